import { z } from "zod";
import { id } from "@/domain/id";
import { newNote, noteEdit, noteSubject } from "@/domain/prompt/evidence";
import { deleteNote } from "@/server/commands/note/delete-note";
import { editNote } from "@/server/commands/note/edit-note";
import { postNote } from "@/server/commands/note/post-note";
import { notesOn } from "@/server/queries/note";
import { courseProcedure, router } from "../init";

export const noteRouter = router({
  list: courseProcedure
    .input(z.object({ on: noteSubject }))
    .query(({ ctx, input }) => notesOn(ctx.access, input.on, ctx.now)),
  post: courseProcedure
    .input(z.object({ note: newNote }))
    .mutation(({ ctx, input }) => postNote(ctx.access, input.note, ctx.now)),
  edit: courseProcedure
    .input(z.object({ note: noteEdit }))
    .mutation(({ ctx, input }) => editNote(ctx.access, input.note, ctx.now)),
  delete: courseProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => deleteNote(ctx.access, input.id, ctx.now)),
});
