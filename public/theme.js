// Runs before the first paint, so the page never flashes in the wrong theme. No inline script: the CSP forbids it.
// localStorage['handshake-lab.theme'] is 'light' or 'dark'; absent means: as the system has it.
(function () {
  const system = window.matchMedia('(prefers-color-scheme: dark)');

  function apply() {
    let chosen = null;
    try {
      chosen = window.localStorage.getItem('handshake-lab.theme');
    } catch {
      // Storage may be forbidden; then the system decides.
    }
    const theme = chosen === 'light' || chosen === 'dark' ? chosen : system.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = theme;
  }

  apply();
  system.addEventListener('change', apply);
  window.addEventListener('storage', apply);
})();
