import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-headless-shell',
];

/** A browser of this machine: the one BROWSER_PATH names, Playwright's own, or one of the system; null when there is none. */
export function findBrowser(): string | null {
  const places = [process.env['BROWSER_PATH'], chromium.executablePath(), ...usualPlaces];
  return places.find((place): place is string => !!place && existsSync(place)) ?? null;
}
