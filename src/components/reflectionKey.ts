/** How the names begin under which reflections are kept in the browser. */
export const reflectionKey = 'oppihetki-reflection:';
