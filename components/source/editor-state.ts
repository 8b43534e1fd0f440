import type { SourceDraft } from "@/domain/source/draft";
import { type DraftEdit, type History, redo, startHistory, step, undo } from "@/domain/source/draft-edit";

/** What the server holds of a source, as the editor takes it. */
export interface ServerSource extends SourceDraft {
  revision: number;
}

export interface EditorState {
  history: History;
  /** What the server holds, and the revision it gave it. */
  base: SourceDraft;
  revision: number;
  /** The row in hand, and where its caret is to be put (null: leave it alone). */
  held: string | null;
  caret: { id: string; at: number } | null;
}

export type EditorAction =
  | { type: "edit"; edit: DraftEdit; caret: { id: string; at: number } | null }
  | { type: "hold"; id: string }
  | { type: "caret"; caret: { id: string; at: number } }
  | { type: "undo" }
  | { type: "redo" }
  /** The server took `sent` and now holds `source`. */
  | { type: "saved"; sent: SourceDraft; source: ServerSource }
  /** Words found on this device, made on the revision the server still holds. */
  | { type: "brought-back"; draft: SourceDraft }
  /** The server's version is taken, whatever stands here; undo brings one's own back. */
  | { type: "taken"; source: ServerSource }
  /** One's own is to go over the server's newer version. */
  | { type: "kept"; revision: number };

/** The part of a server's view that is edited. */
export function draftOf(source: SourceDraft): SourceDraft {
  const { title, byline, origin, language, setAside } = source;
  const paragraphs = source.paragraphs.map(({ id, kind, level, text, language: own }) => ({
    id,
    kind,
    level,
    text,
    language: own,
  }));
  return { title, byline, origin, language, paragraphs, setAside };
}

export function startEditor(source: ServerSource): EditorState {
  const base = draftOf(source);
  return { history: startHistory(base), base, revision: source.revision, held: null, caret: null };
}

const put = (history: History, present: SourceDraft): History => ({
  past: [...history.past, history.present],
  present,
  future: [],
  touched: null,
});

export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case "edit": {
      const history = step(state.history, action.edit);
      if (history === state.history) return state;
      return { ...state, history, caret: action.caret, held: action.caret?.id ?? state.held };
    }
    case "hold":
      return state.held === action.id ? state : { ...state, held: action.id, caret: null };
    case "caret":
      return { ...state, held: action.caret.id, caret: action.caret };
    case "undo":
      return { ...state, history: undo(state.history), caret: null };
    case "redo":
      return { ...state, history: redo(state.history), caret: null };
    case "saved": {
      const { revision } = action.source;
      if (state.history.present !== action.sent) return { ...state, base: action.sent, revision };
      // What the server has tidied (spaces, empty rows) is shown as it is kept now.
      const base = draftOf(action.source);
      return { ...state, history: { ...state.history, present: base, touched: null }, base, revision };
    }
    case "brought-back":
      return { ...state, history: put(state.history, action.draft) };
    case "taken": {
      const base = draftOf(action.source);
      return { ...state, history: put(state.history, base), base, revision: action.source.revision };
    }
    case "kept":
      return { ...state, revision: action.revision };
  }
}
