-- withdrawn: it is over because the gateway is used no more, not because it works again.
ALTER TABLE incident ADD COLUMN withdrawn BOOLEAN DEFAULT FALSE NOT NULL;
