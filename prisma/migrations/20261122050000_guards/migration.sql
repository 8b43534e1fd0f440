-- What the schema language cannot say.

-- A published version's text is what anchors count on: it is never rewritten, by no code path.
CREATE FUNCTION paragraph_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "SourceVersion" WHERE id = OLD."versionId" AND "publishedAt" IS NOT NULL)
     AND (NEW.text, NEW.position, NEW.number, NEW.kind, NEW."versionId")
         IS DISTINCT FROM (OLD.text, OLD.position, OLD.number, OLD.kind, OLD."versionId") THEN
    RAISE EXCEPTION 'paragraph % belongs to a published version', OLD.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paragraph_is_immutable BEFORE UPDATE ON "Paragraph"
  FOR EACH ROW EXECUTE FUNCTION paragraph_is_immutable();

-- The event log is appended to and never rewritten.
CREATE FUNCTION event_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'event % of room % is written', OLD.seq, OLD."roomId";
END $$;
CREATE TRIGGER event_is_immutable BEFORE UPDATE ON "Event"
  FOR EACH ROW EXECUTE FUNCTION event_is_immutable();

ALTER TABLE "Citation" ADD CONSTRAINT citation_of_one
  CHECK (("commentId" IS NULL) <> ("responseId" IS NULL));
ALTER TABLE "Comment" ADD CONSTRAINT comment_passage_whole
  CHECK (("startOffset" IS NULL) = ("endOffset" IS NULL) AND ("startOffset" IS NULL) = ("quote" IS NULL));
ALTER TABLE "Comment" ADD CONSTRAINT comment_passage_order CHECK ("startOffset" < "endOffset");
