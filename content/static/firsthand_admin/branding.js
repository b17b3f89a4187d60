// Wagtail names the way home "Dashboard" alone. Who steers by voice says the word they see on it.
// The sidebar is drawn by an earlier listener of the same event.
document.addEventListener('DOMContentLoaded', () => {
  const home = document.querySelector('.sidebar-custom-branding');
  home?.setAttribute('aria-label', `Firsthand: ${home.getAttribute('aria-label')}`);
});
