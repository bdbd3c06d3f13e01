/// <reference types="astro/client" />
import type { Visitor } from './people/sessions.ts';
import type { Services } from './server/services.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who is signed in, or null. */
      readonly visitor: Visitor | null;
      /** What pages may ask of the server. */
      readonly services: Pick<
        Services,
        | 'certificates'
        | 'clock'
        | 'course'
        | 'feedback'
        | 'moduleToday'
        | 'teaching'
        | 'ownRecords'
        | 'progress'
        | 'reports'
        | 'signInBy'
        | 'unitOf'
        | 'whoLooked'
      >;
    }
  }
}
