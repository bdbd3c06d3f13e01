/**
 * Asks the service worker to keep a module readable without a connection: once a visit, when the page has nothing better to
 * do. Under the authors' preview there is none.
 */
class OfflineElement extends HTMLElement {
  connectedCallback(): void {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    if (document.readyState === 'complete') void this.#keep();
    else addEventListener('load', () => void this.#keep(), { once: true });
  }

  async #keep(): Promise<void> {
    const pages = (this.dataset['pages'] ?? '').split(' ');
    try {
      await navigator.serviceWorker.register('/service-worker.js');
      const { active } = await navigator.serviceWorker.ready;
      if (sessionStorage.getItem(`oppihetki-kept:${pages[0]}`)) return;
      active?.postMessage({ keep: pages });
      sessionStorage.setItem(`oppihetki-kept:${pages[0]}`, '1');
    } catch {
      // A browser that keeps nothing reads with a connection only.
    }
  }
}

customElements.define('oppi-offline', OfflineElement);
