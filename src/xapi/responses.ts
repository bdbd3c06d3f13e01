/**
 * `result.response` of an interaction (xAPI 1.0.3, Data 2.4.4.1 and Appendix C): ids joined by `[,]`, the sides of a pair
 * by `[.]`. Elsewhere in this product a pair is written `left:right`.
 */
export function responseText(response: readonly string[]): string {
  return response.map((part) => part.replace(':', '[.]')).join('[,]');
}

/** The ids and pairs in a `result.response`; none for an absent one. */
export function responseParts(text: string | undefined): readonly string[] {
  return text ? text.split('[,]').map((part) => part.replace('[.]', ':')) : [];
}
