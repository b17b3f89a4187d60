// The editor of a post: what autosave leaves to us, and uploads straight into the gallery.
// It comes before the form in the page.
document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('[data-edit-form]');
  if (!form) return;

  // Wagtail names these two boxes by what stands above them, which only eyes can follow.
  const nameBoxes = () => {
    const text = form.querySelector('.Draftail-Editor [role="textbox"]');
    const tags = form.querySelector('.ui-autocomplete-input');
    text?.setAttribute('aria-label', 'Text');
    tags?.setAttribute('aria-label', 'Add a tag');
    return text && tags;
  };
  if (!nameBoxes()) {
    const drawn = new MutationObserver(() => nameBoxes() && drawn.disconnect());
    drawn.observe(form, { childList: true, subtree: true });
  }

  // ---------------------------------------------------------------- Autosave
  // Each autosave makes the version this form was loaded with a newer one. Wagtail remembers its id only.
  document.addEventListener('w-autosave:success', ({ detail }) => {
    const { revision_id: id, revision_created_at: at } = detail.data;
    for (const [name, value] of [['loaded_revision_id', id], ['loaded_revision_created_at', at]]) {
      const field = form.elements.namedItem(name);
      if (field && value) field.value = value;
    }
  });

  // Wagtail compares with what the form held two seconds after it was opened, and later with what it holds when an
  // autosave comes back. What was typed before that it takes for kept: we have it look again.
  const lookAgain = () => {
    form.dispatchEvent(new CustomEvent('w-unsaved:add', { bubbles: true, cancelable: true, detail: { type: 'edits' } }));
  };
  const NOT_TYPED = ['csrfmiddlewaretoken', 'next', 'overwrite_revision_id', 'loaded_revision_id', 'loaded_revision_created_at'];
  const typedIn = (data) =>
    JSON.stringify([...data].filter(([name]) => !NOT_TYPED.includes(name)).map(([name, value]) => [name, String(value)]));

  let isTypedEarly = false;
  const noteEarly = (event) => {
    if (event.isTrusted) isTypedEarly = true;
  };
  form.addEventListener('input', noteEarly);
  form.addEventListener(
    'w-unsaved:watch-edits',
    () => {
      form.removeEventListener('input', noteEarly);
      if (isTypedEarly) lookAgain();
    },
    { once: true },
  );

  let sent = '';
  document.addEventListener('w-autosave:save', ({ detail }) => {
    sent = typedIn(detail.formData);
  });
  document.addEventListener('w-autosave:success', () => {
    setTimeout(() => {
      if (!waiting && typedIn(new FormData(form)) !== sent) lookAgain();
    });
  });

  // Wagtail makes the preview anew for what is not kept yet, and so misses what was changed back to what is.
  const refreshPreview = () => {
    for (const preview of document.querySelectorAll('[data-controller~="w-preview"]')) {
      preview.dataset.wPreviewStaleValue = 'true';
    }
  };
  let previewed = null;
  document.addEventListener('w-preview:update', () => {
    previewed = typedIn(new FormData(form));
  });
  document.addEventListener('w-unsaved:clear', () => {
    if (previewed !== null && typedIn(new FormData(form)) !== previewed) refreshPreview();
  });

  // A save by hand waits for the autosave under way: sent at once, each would take the other for a stranger's.
  let isKeeping = false;
  let isLeaving = false;
  let waiting = null;
  const goOn = () => {
    isKeeping = false;
    if (!waiting) return;
    const { submitter } = waiting;
    waiting = null;
    form.requestSubmit(submitter);
  };
  document.addEventListener('w-autosave:save', (event) => {
    if (isLeaving) event.preventDefault();
    else isKeeping = true;
  });
  document.addEventListener('w-autosave:success', goOn);
  document.addEventListener('w-autosave:error', goOn);
  window.addEventListener(
    'submit',
    (event) => {
      if (event.target !== form) return;
      if (!isKeeping) {
        isLeaving = true;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = { submitter: event.submitter };
    },
    true,
  );
  window.addEventListener('pageshow', () => {
    isLeaving = false;
  });

  // ---------------------------------------------------------------- Gallery
  const adder = document.querySelector('[data-fh-gallery]');
  if (!adder) return;
  const prefix = adder.dataset.fhGallery;
  const panel = adder.galleryPanel;
  const input = adder.querySelector('[data-fh-files]');
  const log = adder.querySelector('[data-fh-uploads]');
  const rows = document.getElementById(`${prefix}-FORMS`);
  const PREPARING = 'firsthand_admin/preparing.';

  const say = (name, words, isBad = false) => {
    const line = document.createElement('li');
    line.className = isBad ? 'fh-gallery-add__line fh-error' : 'fh-gallery-add__line';
    line.textContent = `${name}: ${words}`;
    log.append(line);
    return line;
  };

  const fieldsOf = (row) => row.querySelector('input[name$="-image"]');
  const isShown = (row) => !row.classList.contains('deleted');
  const chosenIds = () =>
    [...rows.children].filter(isShown).map((row) => fieldsOf(row)?.value).filter(Boolean);

  const note = (row, words, isBad) => {
    let place = row.querySelector('[data-fh-picture-state]');
    if (!place) {
      place = document.createElement('p');
      place.dataset.fhPictureState = '';
      place.setAttribute('role', 'status');
      row.querySelector('.chooser')?.after(place);
    }
    place.className = isBad ? 'fh-error' : 'fh-meta';
    place.textContent = words;
    place.hidden = !words;
  };

  /** Shows the picture as soon as it is prepared, or why it was refused. */
  const follow = async (row, id) => {
    note(row, 'This picture is being prepared. You can go on meanwhile.');
    for (let wait = 500; row.isConnected && isShown(row) && fieldsOf(row)?.value === String(id); wait = Math.min(wait * 1.5, 5000)) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      const answer = await fetch(`/api/image/${id}`, { headers: { Accept: 'application/json' } }).catch(() => null);
      if (!answer) continue;
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
        note(row, 'This picture is no longer there.', true);
        return;
      }
      if (!answer.ok) continue;
      const picture = await answer.json();
      if (picture.state === 'rejected') {
        note(row, `${picture.reason} Take it out of the gallery.`, true);
        return;
      }
      if (picture.state === 'ready') {
        const image = row.querySelector('[data-chooser-image]');
        image.src = picture.src;
        image.removeAttribute('width');
        image.removeAttribute('height');
        note(row, '');
        refreshPreview();
        return;
      }
    }
  };

  const put = (picture, name) => {
    panel.addForm();
    const id = `${prefix}-${panel.formCount - 1}-image`;
    const preparing = adder.dataset.fhPreparing;
    panel.chooserWidgetFactory.getById(id).setStateFromModalData({
      id: picture.id,
      title: name,
      preview: { url: picture.src ?? preparing, width: '', height: '' },
      default_alt_text: '',
    });
    const row = document.getElementById(id).closest('[data-inline-panel-child]');
    if (picture.state !== 'ready') follow(row, picture.id);
  };

  const reasonIn = async (answer) => {
    const problem = await answer.json().catch(() => ({}));
    const words = problem.errors?.[0]?.message ?? problem.detail;
    return words || 'This file could not be uploaded. Try again in a moment.';
  };

  const upload = async (file) => {
    const most = panel.opts.maxForms;
    if (most && panel.getChildCount() >= most) {
      say(file.name, `a post has at most ${most} pictures.`, true);
      return;
    }
    const line = say(file.name, 'uploading …');
    const body = new FormData();
    body.append('file', file);
    const { CSRF_HEADER_NAME: header, CSRF_TOKEN: token } = window.wagtailConfig;
    const answer = await fetch('/api/image', { method: 'POST', body, headers: { [header]: token, Accept: 'application/json' } }).catch(() => null);
    line.remove();
    if (!answer) {
      say(file.name, 'the connection was lost. Try again.', true);
      return;
    }
    if (!answer.ok) {
      say(file.name, await reasonIn(answer), true);
      return;
    }
    const picture = await answer.json();
    if (picture.state === 'rejected') say(file.name, picture.reason, true);
    else if (chosenIds().includes(String(picture.id))) say(file.name, 'this picture is here already.');
    else put(picture, file.name);
  };

  let queue = Promise.resolve();
  const uploadAll = (files) => {
    log.replaceChildren();
    for (const file of files) queue = queue.then(() => upload(file));
  };

  input.addEventListener('change', () => {
    uploadAll([...input.files]);
    input.value = '';
  });

  const zone = adder.closest('.w-panel__content') ?? adder;
  const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
  zone.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.add('fh-gallery-drop');
  });
  zone.addEventListener('dragleave', (event) => {
    if (!zone.contains(event.relatedTarget)) zone.classList.remove('fh-gallery-drop');
  });
  zone.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.remove('fh-gallery-drop');
    uploadAll([...event.dataTransfer.files].filter((file) => file.type.startsWith('image/') || /\.hei[cf]$/i.test(file.name)));
  });

  // What was still being prepared when the page opened.
  for (const row of rows.children) {
    const image = row.querySelector('[data-chooser-image]');
    const id = fieldsOf(row)?.value;
    if (id && image?.src.includes(PREPARING)) follow(row, id);
  }
});
