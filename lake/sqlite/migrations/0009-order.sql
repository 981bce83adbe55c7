-- Where an index has documents in an order of several fields, or in a falling one (kind 5), those of all perspectives at once
-- too: what has the same values is in the order of `id`, as in the other indexes in that of `published_id`.
CREATE INDEX indexed_values_in_order ON indexed_values (number, value, id) WHERE kind = 5;
