/** How large a tag is set, 1 to 4, by how often it is used beside the most used one. */
export function sizeOf(count: number, most: number): 1 | 2 | 3 | 4 {
  const share = Math.log1p(count) / Math.log1p(Math.max(most, 1));
  if (share > 0.85) return 4;
  if (share > 0.6) return 3;
  return share > 0.35 ? 2 : 1;
}
