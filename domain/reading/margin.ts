/** A card that wants to stand at its line. Pixels from the margin's top. */
export interface Wish {
  id: string;
  top: number;
  height: number;
}

/**
 * Where the margin's cards stand: each as near to its line as the others allow, in the order of the text, none
 * overlapping. The held card stands exactly at its line; what is above it moves up, what is below it down, and when
 * there is no room above, everything starts at `top` and the held card gives way.
 * @param wishes in the order of the text
 * @param gap least distance between two cards
 * @param top where the first card may begin
 * @returns tops by id
 */
export function layMargin(
  wishes: Wish[],
  held: string | null,
  gap: number,
  top: number,
): Map<string, number> {
  const places = new Map<string, number>();
  const heldAt = wishes.findIndex((wish) => wish.id === held);
  let ceiling = top;
  if (heldAt >= 0) {
    const above = wishes.slice(0, heldAt);
    const needed = above.reduce((sum, wish) => sum + wish.height + gap, 0);
    const heldTop = Math.max(wishes[heldAt]?.top ?? 0, top + needed);
    let floor = heldTop;
    for (const wish of above.toReversed()) {
      const place = Math.min(wish.top, floor - gap - wish.height);
      places.set(wish.id, place);
      floor = place;
    }
    // Pushed up past the margin's beginning, they are set down again from there.
    for (const wish of above) {
      const place = Math.max(places.get(wish.id) ?? 0, ceiling);
      places.set(wish.id, place);
      ceiling = place + wish.height + gap;
    }
    ceiling = Math.max(ceiling, heldTop);
  }
  for (const wish of wishes.slice(Math.max(heldAt, 0))) {
    const place = Math.max(wish.top, ceiling);
    places.set(wish.id, wish.id === held ? ceiling : place);
    ceiling = (places.get(wish.id) ?? place) + wish.height + gap;
  }
  return places;
}
