import { offerToKeep } from './keepVideo.client.ts';
import { comeBack } from './videoResume.client.ts';

/** What a learner chose in one video and meets in the next. */
interface Remembered {
  readonly captions: boolean;
  readonly speed: number;
}

const key = 'oppihetki-video';

/** A native video with its chapters and words around it: jumps, marks where it is, and remembers captions and speed. */
class VideoElement extends HTMLElement {
  #stopTracking: (() => void) | null = null;

  connectedCallback(): void {
    for (const sentence of this.#sentences) {
      sentence.setAttribute('role', 'button');
      sentence.tabIndex = 0;
    }
    this.addEventListener('click', this.#onSeek);
    this.addEventListener('keydown', this.#onKey);
    this.#speed.addEventListener('change', this.#onSpeed);
    this.#video.addEventListener('timeupdate', this.#onTime);
    this.#video.addEventListener('seeked', this.#onTime);
    this.#video.addEventListener('ratechange', this.#onRate);
    this.#video.textTracks.addEventListener('change', this.#onCaptions);
    window.addEventListener('hashchange', this.#onAddress);
    this.#recall();
    if (document.readyState === 'complete') this.#onLoad();
    else addEventListener('load', this.#onLoad, { once: true });
    const { module = '', video = '' } = this.dataset;
    void comeBack(this.#video, module, video);
    this.#video.addEventListener('play', this.#onFirstPlay, { once: true });
    const address = this.querySelector('source')?.getAttribute('src') ?? '';
    void offerToKeep(this.querySelector<HTMLButtonElement>('[data-part="keep"]')!, address);
    this.#onAddress();
  }

  disconnectedCallback(): void {
    this.#stopTracking?.();
    this.#sight.disconnect();
    this.removeEventListener('click', this.#onSeek);
    this.removeEventListener('keydown', this.#onKey);
    this.#speed.removeEventListener('change', this.#onSpeed);
    this.#video.removeEventListener('timeupdate', this.#onTime);
    this.#video.removeEventListener('seeked', this.#onTime);
    this.#video.removeEventListener('ratechange', this.#onRate);
    this.#video.textTracks.removeEventListener('change', this.#onCaptions);
    window.removeEventListener('hashchange', this.#onAddress);
  }

  /** The beginning of a video is fetched after what is to be read, and once it is seen: a slow connection shows the page first. */
  readonly #onLoad = (): void => this.#sight.observe(this.#video);

  readonly #sight = new IntersectionObserver((changes) => {
    if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
    this.#sight.disconnect();
    this.#video.preload = 'metadata';
  });

  readonly #onAddress = (): void => {
    if (!location.hash) return;
    void import('./videoPlace.client.ts').then(({ openAtSentence }) => openAtSentence(this.#video, this.#sentences));
  };

  /** What records how a video is watched is fetched when one is. */
  readonly #onFirstPlay = (): void => {
    const { module = '', video = '' } = this.dataset;
    void import('./videoTracking.client.ts').then(({ trackVideo }) => {
      if (this.isConnected) this.#stopTracking = trackVideo(this.#video, module, video);
    });
  };

  readonly #onSeek = (event: Event): void => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-seek]') : null;
    if (!target) return;
    this.#video.currentTime = Number(target.dataset['seek']);
    void this.#video.play().catch(() => undefined);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const onSentence = event.target instanceof HTMLElement && event.target.matches('.sentence');
    if (!onSentence || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    this.#onSeek(event);
  };

  readonly #onTime = (): void => {
    const now = this.#video.currentTime;
    for (const part of this.querySelectorAll<HTMLElement>('[data-seek]')) {
      const isNow = now >= Number(part.dataset['seek']) && now < Number(part.dataset['until']);
      if (isNow) part.setAttribute('aria-current', 'true');
      else part.removeAttribute('aria-current');
    }
  };

  readonly #onSpeed = (): void => {
    this.#video.playbackRate = Number(this.#speed.value);
  };

  readonly #onRate = (): void => {
    this.#speed.value = String(this.#video.playbackRate);
    this.#remember();
  };

  readonly #onCaptions = (): void => this.#remember();

  #recall(): void {
    try {
      const { captions, speed } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Remembered>;
      if (captions === false && this.#captions) this.#captions.mode = 'disabled';
      if (typeof speed === 'number' && speed > 0) {
        this.#video.defaultPlaybackRate = speed;
        this.#video.playbackRate = speed;
      }
    } catch {
      // Nothing is remembered where nothing can be stored.
    }
  }

  #remember(): void {
    const chosen: Remembered = { captions: this.#captions?.mode === 'showing', speed: this.#video.playbackRate };
    try {
      localStorage.setItem(key, JSON.stringify(chosen));
    } catch {
      // The choice holds on this page only.
    }
  }

  get #video(): HTMLVideoElement {
    return this.querySelector('video')!;
  }

  get #captions(): TextTrack | undefined {
    return [...this.#video.textTracks].find(({ kind }) => kind === 'captions');
  }

  get #speed(): HTMLSelectElement {
    return this.querySelector<HTMLSelectElement>('[data-part="speed"]')!;
  }

  get #sentences(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.sentence')];
  }
}

customElements.define('oppi-video', VideoElement);
