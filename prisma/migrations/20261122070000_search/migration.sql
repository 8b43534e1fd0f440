-- What find needs beside the rows. A search never leaves one reading, so it walks that reading's rows (they have an
-- index); what costs is taking words apart, and for comments that is done once, when they are written.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Lower case without accents. unaccent is not immutable only because its rules could be swapped; here they are named.
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(unaccent('unaccent'::regdictionary, words));

-- How PostgreSQL takes a language's words apart (BCP 47), or `simple` where it does not know the language.
CREATE FUNCTION search_config(language text) RETURNS regconfig LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN coalesce(
  (SELECT found.oid::regconfig FROM pg_ts_config found
   WHERE pg_ts_config_is_visible(found.oid) AND found.cfgname = CASE split_part(lower(language), '-', 1)
     WHEN 'ar' THEN 'arabic' WHEN 'hy' THEN 'armenian' WHEN 'eu' THEN 'basque' WHEN 'ca' THEN 'catalan'
     WHEN 'da' THEN 'danish' WHEN 'nl' THEN 'dutch' WHEN 'en' THEN 'english' WHEN 'et' THEN 'estonian'
     WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french' WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek'
     WHEN 'hi' THEN 'hindi' WHEN 'hu' THEN 'hungarian' WHEN 'id' THEN 'indonesian' WHEN 'ga' THEN 'irish'
     WHEN 'it' THEN 'italian' WHEN 'lt' THEN 'lithuanian' WHEN 'ne' THEN 'nepali' WHEN 'no' THEN 'norwegian'
     WHEN 'nb' THEN 'norwegian' WHEN 'nn' THEN 'norwegian' WHEN 'pt' THEN 'portuguese'
     WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian' WHEN 'sr' THEN 'serbian' WHEN 'es' THEN 'spanish'
     WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil' WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish' END),
  'simple'::regconfig);

-- The words of a text as they are written, and by their stems in each of the languages. Punctuation goes first: in the
-- C locale PostgreSQL takes a curly quote for a letter.
CREATE FUNCTION search_vector(languages text[], words text) RETURNS tsvector LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  folded text := regexp_replace(search_fold(words), '[[:punct:]]+', ' ', 'g');
  vector tsvector := to_tsvector('simple', folded);
  config regconfig;
BEGIN
  FOR config IN SELECT DISTINCT search_config(language) FROM unnest(languages) AS language LOOP
    IF config <> 'simple'::regconfig THEN vector := vector || to_tsvector(config, folded); END IF;
  END LOOP;
  RETURN vector;
END $$;

-- What is looked for, in the same terms: words, "phrases", `or`. A word that is too common in one language is still
-- looked for as it is written; what is left out is left out in every form.
CREATE FUNCTION search_query(languages text[], words text) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  folded text := search_fold(words);
  wanted tsquery := websearch_to_tsquery('simple', folded);
  config regconfig;
BEGIN
  FOR config IN SELECT DISTINCT search_config(language) FROM unnest(languages) AS language LOOP
    IF config <> 'simple'::regconfig THEN wanted := wanted || websearch_to_tsquery(config, folded); END IF;
  END LOOP;
  RETURN wanted;
END $$;
CREATE FUNCTION search_query(languages text[], words text, without text) RETURNS tsquery
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN CASE WHEN numnode(search_query(languages, words)) = 0 THEN ''::tsquery
  ELSE search_query(languages, words) && !! search_query(languages, without) END;

ALTER TABLE "Comment" ADD COLUMN "search" tsvector;

-- A comment is written in the language of what it is about, or in the course's.
CREATE FUNCTION comment_is_found() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT search_vector(ARRAY[version."language", course."language"], NEW."body") INTO NEW."search"
  FROM "Reading" reading
  JOIN "SourceVersion" version ON version."id" = reading."versionId"
  JOIN "Course" course ON course."id" = reading."courseId"
  WHERE reading."id" = NEW."readingId";
  RETURN NEW;
END $$;
CREATE TRIGGER comment_is_found BEFORE INSERT OR UPDATE OF "body" ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION comment_is_found();

UPDATE "Comment" SET "body" = "body";
