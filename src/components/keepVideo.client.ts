/** The button that keeps a video on this device, or takes it off, as the learner chooses. Hidden where nothing can be kept. */
export async function offerToKeep(button: HTMLButtonElement, address: string): Promise<void> {
  if (!import.meta.env.PROD || !('caches' in window) || !('serviceWorker' in navigator)) return;
  const isKept = (await caches.match(address)) !== undefined;
  button.textContent = button.dataset[isKept ? 'kept' : 'keep'] ?? '';
  button.setAttribute('aria-pressed', String(isKept));
  button.addEventListener('click', () => {
    void import('./keptVideo.client.ts').then(({ keepOrDrop }) => keepOrDrop(button, address));
  });
  button.hidden = false;
}
