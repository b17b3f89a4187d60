// The queue's ticks: all of a page at once, a range with the shift key, and how many there are.
(() => {
  const form = document.querySelector('[data-several]');
  if (!form?.querySelector('[data-several-all]')) return;
  const boxes = [...form.querySelectorAll('input[name="item"]')];
  const all = form.querySelector('[data-several-all]');
  const count = form.querySelector('[data-several-count]');
  const buttons = form.querySelectorAll('button[name="to"]');
  let last = null;

  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    count.textContent = ticked ? `${ticked} chosen` : '';
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    for (const button of buttons) button.disabled = ticked === 0;
  };

  all.closest('label').hidden = false;
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    show();
  });
  for (const box of boxes) {
    box.addEventListener('click', (event) => {
      if (event.shiftKey && last) {
        const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
        for (const other of boxes.slice(from, to + 1)) other.checked = box.checked;
      }
      last = box;
      show();
    });
  }
  // Coming back with the browser's button keeps the ticks.
  window.addEventListener('pageshow', show);
  show();
})();
