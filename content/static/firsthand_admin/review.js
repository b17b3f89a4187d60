// Keyboard shortcuts of the review screen, one decision a click, and a removal asked about once more.
(() => {
  const form = document.querySelector('[data-decide]');
  if (!form) return;

  // The next post opens by itself: a letter that was meant for the last one decides nothing about it.
  const DECIDES_AFTER = 1000;
  const confirm = form.querySelector('[data-confirm]');
  let isSent = false;
  let isConfirmed = false;

  window.setTimeout(() => {
    form.dataset.ready = '';
  }, DECIDES_AFTER);

  const isTyping = (element) => element.matches('textarea, input:not([type="radio"]), select, [contenteditable]');
  const isShown = (element) => !element.closest('[hidden]');

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
    if (confirm.open) return;
    // Enter on a reason would press the form's first button.
    if (event.key === 'Enter' && event.target.matches('input')) event.preventDefault();
    if (isTyping(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const wanted = `[data-key="${CSS.escape(event.key.toLowerCase())}"]`;
    const target = [...document.querySelectorAll(wanted)].find(isShown);
    if (!target) return;
    event.preventDefault();
    if (target.matches('textarea')) {
      target.focus();
      return;
    }
    if (target.matches('button') && !('ready' in form.dataset)) return;
    if (target.matches('input')) target.focus();
    target.click();
  });

  const saysWhy = () => form.querySelector('[name="code"]:checked') || form.elements.note.value.trim();

  form.addEventListener('submit', (event) => {
    const isRemoval = event.submitter?.value === 'remove';
    // Without a reason the server says what is missing; there is nothing to confirm yet.
    if (isRemoval && !isConfirmed && saysWhy()) {
      event.preventDefault();
      confirm.showModal();
      return;
    }
    if (isSent) event.preventDefault();
    isSent = true;
  });

  confirm.querySelector('[data-confirm-no]').addEventListener('click', () => confirm.close());
  confirm.querySelector('[data-confirm-yes]').addEventListener('click', () => {
    isConfirmed = true;
    confirm.close();
    form.requestSubmit(form.querySelector('button[value="remove"]'));
  });

  // Coming back with the browser's button opens the form again.
  window.addEventListener('pageshow', () => {
    isSent = false;
    isConfirmed = false;
  });

  // What changed meanwhile is what to read first.
  document.querySelector('[data-since]')?.focus();
})();
