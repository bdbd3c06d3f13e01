/** What an activity is called and asks (xAPI 1.0.3, Data 2.4.4.1). */
export type ActivityDefinition = Readonly<Record<string, unknown>>;

const interaction = ['interactionType', 'correctResponsesPattern', 'choices', 'scale', 'source', 'target', 'steps'];
const componentLists = ['choices', 'scale', 'source', 'target', 'steps'];
const maps = ['name', 'description', 'extensions'];

/**
 * A definition with a later one over it: words are added language by language and extensions key by key; what makes up an
 * interaction is replaced as a whole, but keeps the other languages of the components that stay.
 */
export function mergedDefinition(earlier: ActivityDefinition, later: ActivityDefinition): ActivityDefinition {
  const kept = Object.entries(earlier).filter(
    ([property]) => !('interactionType' in later) || !interaction.includes(property),
  );
  const given = Object.entries(later).map(([property, value]) => {
    const before = Object.hasOwn(earlier, property) ? earlier[property] : undefined;
    if (maps.includes(property)) return [property, { ...(before as object), ...(value as object) }];
    if (componentLists.includes(property)) return [property, mergedComponents(before, value)];
    return [property, value];
  });
  return Object.fromEntries([...kept, ...given]) as ActivityDefinition;
}

interface Component {
  readonly id: string;
  readonly description?: Readonly<Record<string, string>>;
}

function mergedComponents(earlier: unknown, later: unknown): readonly Component[] {
  const before = new Map(((earlier ?? []) as Component[]).map((component) => [component.id, component.description]));
  return (later as Component[]).map((component) => {
    const description = { ...before.get(component.id), ...component.description };
    return Object.keys(description).length === 0 ? component : { ...component, description };
  });
}
