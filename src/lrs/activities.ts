import type { Activity, XapiVersion } from '../xapi/types.ts';
import type { ActivityDefinition } from './definitionMerge.ts';
import { parameterTypes, readParameters } from './parameters.ts';
import { type Principal, requireRight } from './principal.ts';

/** An activity with its canonical definition, where it has one. */
export interface CanonicalActivity {
  readonly objectType: 'Activity';
  readonly id: Activity['id'];
  readonly definition?: ActivityDefinition;
}

/**
 * GET /xapi/activities: the full description of an activity (xAPI 1.0.3, Communication 2.5). One that nothing is known of
 * is answered with its id alone.
 *
 * @param definitionOf the canonical definition of an activity, or null
 * @throws LrsError `forbidden`, `invalid_parameter`
 */
export async function getActivity(
  parameters: URLSearchParams,
  principal: Principal,
  version: XapiVersion,
  definitionOf: (activity: string) => Promise<ActivityDefinition | null>,
): Promise<CanonicalActivity> {
  requireRight(principal, 'readActivities');
  const { activityId } = readParameters({ activityId: parameterTypes.iri }, ['activityId'], parameters, version);
  const definition = await definitionOf(activityId!);
  return { objectType: 'Activity', id: activityId!, ...(definition !== null && { definition }) };
}
