-- Dutch search: two configurations, words as they are written and words by their stem.
-- All three extensions are trusted: the owner of the database may make them.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- "Doen", "Zelf", "Er Zijn", "113": no stop words, no stem, no accents
CREATE TEXT SEARCH CONFIGURATION nk_woord (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION nk_woord
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

-- "wandelingen" finds "wandeling"
CREATE TEXT SEARCH CONFIGURATION nk_taal (COPY = dutch);
ALTER TEXT SEARCH CONFIGURATION nk_taal
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;
