import type { Scene } from '../../src/schemas/storyboard.ts';

/** A scene of one layout. */
export type SceneOf<Layout extends Scene['layout']> = Extract<Scene, { layout: Layout }>;
