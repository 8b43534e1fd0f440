import type { MatrixPiece } from "@/domain/prompt/evidence";
import { cellKey } from "@/domain/prompt/matrix";
import type { EvidencePage } from "./shapes";

/** A matrix as it is shown while others go on with theirs. */
export interface News {
  page: EvidencePage;
  /** The pieces that others have filed, moved or taken away meanwhile; `FRAME` where the frame is another. */
  waits: ReadonlySet<string>;
  /** How many new pieces wait in a cell. */
  fresh: ReadonlyMap<string, number>;
}

export const FRAME = "frame";

const isSame = (one: unknown, other: unknown) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const frameOf = ({ positions, dimensions }: EvidencePage) => ({ positions, dimensions });

/** One that is merged under a piece which does not show stands for itself. */
const standing = (pieces: MatrixPiece[]): MatrixPiece[] => {
  const here = new Set(pieces.map(({ id }) => id));
  return pieces.map((piece) =>
    piece.head && !here.has(piece.head) ? { ...piece, head: null, merged: false } : piece,
  );
};

/**
 * What there is now, with what others have done since left as it was; one's own shows at once.
 * @param released what is shown as it is, whoever wrote it: this person has just changed it
 */
export function holdBack(shown: EvidencePage, now: EvidencePage, released: ReadonlySet<string>): News {
  const waits = new Set<string>();
  const fresh = new Map<string, number>();
  const before = new Map(shown.pieces.map((piece) => [piece.id, piece]));
  const pieces: MatrixPiece[] = [];
  for (const piece of now.pieces) {
    const old = before.get(piece.id);
    before.delete(piece.id);
    if (piece.mine || released.has(piece.id) || (old && isSame(old, piece))) {
      pieces.push(piece);
      continue;
    }
    waits.add(piece.id);
    if (old) pieces.push(old);
    else if (piece.positionId && piece.dimensionId && piece.filed) {
      const key = cellKey(piece.positionId, piece.dimensionId);
      fresh.set(key, (fresh.get(key) ?? 0) + 1);
    }
  }
  for (const old of before.values()) {
    if (old.mine || released.has(old.id)) continue;
    waits.add(old.id);
    pieces.push(old);
  }
  const isFramed = released.has(FRAME) || isSame(frameOf(shown), frameOf(now));
  if (!isFramed) waits.add(FRAME);
  if (waits.size === 0) return { page: now, waits, fresh };
  const voices = new Map([...shown.voices, ...now.voices].map((voice) => [voice.key, voice]));
  return {
    page: {
      ...now,
      ...(isFramed ? {} : frameOf(shown)),
      voices: [...voices.values()],
      pieces: standing(pieces),
    },
    waits,
    fresh,
  };
}
