-- Who works here. There is no password: only this machine reaches the lake.
CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  -- As names are compared: without case, accents and the like.
  folded TEXT NOT NULL UNIQUE,
  -- #rrggbb
  color TEXT NOT NULL
) STRICT;

-- Who a browser is, by the digest of the secret in its cookie.
CREATE TABLE browsers (
  digest TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people
) STRICT;

-- Tells the cookies of this lake from those of other lakes on the machine: browsers send a cookie to every port.
CREATE TABLE lake_names (name TEXT NOT NULL) STRICT;
INSERT INTO lake_names VALUES (lower(hex(randomblob(4))));
