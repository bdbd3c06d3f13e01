import { fill } from '../i18n/fill.ts';
import { clearBrowser } from './clearBrowser.client.ts';
import { rememberedProgress } from './progressMemory.client.ts';
import { deliver, waitingOf } from './queue/delivery.client.ts';

/** How long signing out waits for what is left to be sent, in milliseconds. */
const patience = 5_000;

/**
 * Signs out once everything is sent, and takes along what this browser keeps of the person. What cannot be sent is told in a
 * dialog, before it goes too.
 * @returns what signs out, however often it is asked
 */
export function safeSignOut(host: HTMLElement): () => Promise<void> {
  const part = <Part extends HTMLElement>(name: string) => host.querySelector<Part>(`[data-part="${name}"]`)!;
  const [form, dialog] = [part<HTMLFormElement>('sign-out'), part<HTMLDialogElement>('unsent')];
  const leave = async () => {
    await clearBrowser(signedInHere());
    form.submit();
  };
  const tryToLeave = async () => {
    const count = await sendTheRest();
    if (count === 0) return leave();
    const words = part('unsent-count');
    words.textContent = fill(words.dataset['text'] ?? '', { count });
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>('h2')?.focus();
  };
  part('unsent-send').addEventListener('click', () => void tryToLeave());
  part('unsent-leave').addEventListener('click', () => void leave());
  part('unsent-stay').addEventListener('click', () => dialog.close());
  return tryToLeave;
}

/** Sends what waits under the account last seen here. @returns how many are still unsent */
async function sendTheRest(): Promise<number> {
  const account = signedInHere();
  if (account === null || (await waitingOf(account)).length === 0) return 0;
  await Promise.race([deliver(account), new Promise((resolve) => setTimeout(resolve, patience))]);
  return (await waitingOf(account)).length;
}

/** The account last seen in this browser, or null. */
function signedInHere(): string | null {
  return rememberedProgress()?.actor.account.name ?? null;
}
