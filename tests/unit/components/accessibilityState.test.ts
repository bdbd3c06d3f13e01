import { describe, expect, it } from 'vitest';
import { accessibilityState } from '../../../src/components/accessibilityState.ts';
import { accessibilityCheckSchema } from '../../../src/schemas/accessibility.ts';

const what = { fi: 'Tarkistus', sv: 'Granskning', en: 'Check' };
const check = (own: object) => accessibilityCheckSchema.parse({ what, ...own });
const shortcoming = { what, criterion: '1.2.5' };

describe('the accessibility statement says of the service', () => {
  it('that it meets the requirements in full only when every check is made and none found a shortcoming', () => {
    expect(accessibilityState([check({ date: '2026-11-25' }), check({ date: '2026-11-26' })])).toBe('full');
  });

  it('that it meets them in part while a check is not made, or a shortcoming is left', () => {
    expect(accessibilityState([check({ date: '2026-11-25' }), check({})])).toBe('partial');
    expect(accessibilityState([check({ date: '2026-11-25', shortcomings: [shortcoming] })])).toBe('partial');
  });
});
