// Keyboard shortcuts of the review screen, and one decision a click.
(() => {
  const form = document.querySelector('[data-decide]');
  if (!form) return;

  const isTyping = (element) => element.matches('textarea, input:not([type="radio"]), select, [contenteditable]');

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const target = form.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches('textarea')) {
      target.focus();
      return;
    }
    if (target.matches('input')) target.focus();
    target.click();
  });

  let isSent = false;
  form.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  // Coming back with the browser's button opens the form again.
  window.addEventListener('pageshow', () => {
    isSent = false;
  });
})();
