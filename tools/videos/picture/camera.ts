import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { StoryboardData, VideoLanguage } from '../../../src/schemas/storyboard.ts';
import { videoPage } from '../../../videos/_theme/page.ts';
import { overflows, paint } from '../../../videos/_theme/paint.ts';
import type { Overflow } from '../../../videos/_theme/paint.ts';
import { recipe } from '../recipe.ts';
import type { HeldFrame } from './frameStates.ts';

/** The same picture on any machine: no hinting, no subpixels, plain sRGB. */
const flags = ['--force-color-profile=srgb', '--font-render-hinting=none', '--disable-lcd-text'];

/** A picture in a file and for how many frames it stands. */
export interface Shot {
  readonly file: string;
  readonly frames: number;
}

/** A storyboard on a page, to be photographed frame by frame. Close it when done. */
export class Camera {
  readonly #browser: Browser;
  readonly #page: Page;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  /** @param browserPath the browser's program. @param css the theme's styles, typeface included. */
  static async open(
    browserPath: string,
    storyboard: StoryboardData,
    lang: VideoLanguage,
    css: string,
  ): Promise<Camera> {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({ executablePath: browserPath, args: [...flags, ...sandbox] });
    try {
      const { width, height, scale } = recipe.size;
      const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
      await page.setContent(videoPage(storyboard, lang, css));
      await page.evaluate(() => document.fonts.ready);
      return new Camera(browser, page);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** The browser's version. */
  get version(): string {
    return this.#browser.version();
  }

  /** Texts that do not fit into the picture, all scenes fully shown. */
  overflows(): Promise<Overflow[]> {
    return this.#page.evaluate(overflows);
  }

  /** Photographs each held frame once. @returns PNG files in `folder`, in the order of the frames. */
  async shoot(held: readonly HeldFrame[], folder: string): Promise<Shot[]> {
    const shots: Shot[] = [];
    for (const [index, { state, frames }] of held.entries()) {
      const file = join(folder, `frame-${String(index).padStart(5, '0')}.png`);
      await this.#page.evaluate(paint, state);
      await this.#page.screenshot({ path: file, scale: 'device' });
      shots.push({ file, frames });
    }
    return shots;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
