CREATE TABLE meetings (
	id VARCHAR(64) NOT NULL,
	host VARCHAR(64) NOT NULL,
	lead_id VARCHAR(64),
	conversation_id VARCHAR(64),
	slot_id VARCHAR(64),
	title TEXT NOT NULL,
	start_at TIMESTAMP WITH TIME ZONE NOT NULL,
	end_at TIMESTAMP WITH TIME ZONE NOT NULL,
	busy_end TIMESTAMP WITH TIME ZONE NOT NULL,
	timezone VARCHAR(64) NOT NULL,
	status VARCHAR(16) NOT NULL,
	meet_link TEXT,
	calendar_link TEXT,
	attendee_name TEXT NOT NULL,
	attendee_email TEXT NOT NULL,
	guests JSON NOT NULL,
	description TEXT NOT NULL,
	sequence INTEGER NOT NULL,
	source VARCHAR(16) NOT NULL,
	visitor_key VARCHAR(64),
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_meetings PRIMARY KEY (id),
	CONSTRAINT ck_meetings_ends_after_start CHECK (end_at > start_at AND busy_end >= end_at),
	CONSTRAINT ck_meetings_status CHECK (status IN ('confirmed', 'pending', 'cancelled'))
)
-- end of statement
CREATE INDEX ix_meetings_visitor_key_created_at ON meetings (visitor_key, created_at)
-- end of statement
CREATE UNIQUE INDEX uq_meetings_open_slot_id ON meetings (slot_id) WHERE status IN ('confirmed', 'pending')
-- end of statement
CREATE INDEX ix_meetings_lead_id ON meetings (lead_id)
-- end of statement
CREATE INDEX ix_meetings_start_at_id ON meetings (start_at, id)
-- end of statement
CREATE INDEX ix_meetings_host_end_at ON meetings (host, end_at)
-- end of statement
CREATE INDEX ix_meetings_attendee_email ON meetings (attendee_email)
-- end of statement
CREATE INDEX ix_meetings_conversation_id ON meetings (conversation_id)
-- end of statement
CREATE EXTENSION IF NOT EXISTS btree_gist
-- end of statement
ALTER TABLE meetings ADD CONSTRAINT ex_meetings_time EXCLUDE USING gist
    (host WITH =, tstzrange(start_at, end_at) WITH &&) WHERE (status IN ('confirmed', 'pending'))
-- end of statement
ALTER TABLE meetings ADD CONSTRAINT ex_meetings_buffer EXCLUDE USING gist
    (host WITH =, tstzrange(start_at, busy_end) WITH &&) WHERE (status IN ('confirmed', 'pending') AND busy_end > end_at)
-- end of statement
CREATE OR REPLACE FUNCTION meetings_refuse_taken() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.host, 23056));
        IF EXISTS (
    SELECT 1 FROM holds h WHERE h.host = NEW.host
    AND h.conversation_id <> coalesce(NEW.conversation_id, '')
    AND h.expires_at > NEW.updated_at
    AND h.start_at < NEW.busy_end AND NEW.start_at < h.busy_end) THEN
            RAISE EXCEPTION 'that time is taken' USING ERRCODE = 'exclusion_violation';
        END IF;
        RETURN NEW;
    END $$
-- end of statement
CREATE TRIGGER meetings_refuse_taken BEFORE INSERT OR UPDATE OF host, start_at, end_at, busy_end, status ON meetings
    FOR EACH ROW WHEN (NEW.status IN ('confirmed', 'pending')) EXECUTE FUNCTION meetings_refuse_taken()
-- end of statement
CREATE TABLE offered_slots (
	id VARCHAR(64) NOT NULL,
	conversation_id VARCHAR(64) NOT NULL,
	start_at TIMESTAMP WITH TIME ZONE NOT NULL,
	end_at TIMESTAMP WITH TIME ZONE NOT NULL,
	offered_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_offered_slots PRIMARY KEY (id)
)
-- end of statement
CREATE INDEX ix_offered_slots_start_at ON offered_slots (start_at)
-- end of statement
CREATE UNIQUE INDEX uq_offered_slots_conversation_id_start_at_end_at ON offered_slots (conversation_id, start_at, end_at)
-- end of statement
CREATE TABLE holds (
	conversation_id VARCHAR(64) NOT NULL,
	slot_id VARCHAR(64) NOT NULL,
	host VARCHAR(64) NOT NULL,
	start_at TIMESTAMP WITH TIME ZONE NOT NULL,
	end_at TIMESTAMP WITH TIME ZONE NOT NULL,
	busy_end TIMESTAMP WITH TIME ZONE NOT NULL,
	held_at TIMESTAMP WITH TIME ZONE NOT NULL,
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
	visitor_key VARCHAR(64),
	holds_made INTEGER NOT NULL,
	CONSTRAINT pk_holds PRIMARY KEY (conversation_id),
	CONSTRAINT ck_holds_ends_after_start CHECK (end_at > start_at AND busy_end >= end_at),
	CONSTRAINT ck_holds_expires_after_start CHECK (expires_at >= held_at)
)
-- end of statement
CREATE INDEX ix_holds_visitor_key_held_at ON holds (visitor_key, held_at)
-- end of statement
CREATE INDEX ix_holds_host_expires_at ON holds (host, expires_at)
-- end of statement
CREATE EXTENSION IF NOT EXISTS btree_gist
-- end of statement
ALTER TABLE holds ADD CONSTRAINT ex_holds_time EXCLUDE USING gist
    (host WITH =, tstzrange(start_at, busy_end) WITH &&, tstzrange(held_at, expires_at) WITH &&)
-- end of statement
CREATE OR REPLACE FUNCTION holds_refuse_taken() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.host, 23056));
        IF EXISTS (
    SELECT 1 FROM meetings m WHERE m.host = NEW.host AND m.status IN ('confirmed', 'pending')
    AND m.start_at < NEW.busy_end AND NEW.start_at < m.busy_end) THEN
            RAISE EXCEPTION 'that time is taken' USING ERRCODE = 'exclusion_violation';
        END IF;
        RETURN NEW;
    END $$
-- end of statement
CREATE TRIGGER holds_refuse_taken BEFORE INSERT OR UPDATE OF host, start_at, busy_end, held_at, expires_at ON holds
    FOR EACH ROW WHEN (NEW.expires_at > NEW.held_at) EXECUTE FUNCTION holds_refuse_taken()
-- end of statement
CREATE TABLE instruction_versions (
	version INTEGER NOT NULL,
	text TEXT NOT NULL,
	author VARCHAR(100) NOT NULL,
	note VARCHAR(200) NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_instruction_versions PRIMARY KEY (version)
)
-- end of statement
CREATE TABLE knowledge_files (
	path VARCHAR(300) NOT NULL,
	digest VARCHAR(64) NOT NULL,
	problem TEXT,
	missing_since_at TIMESTAMP WITH TIME ZONE,
	read_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_knowledge_files PRIMARY KEY (path)
)
-- end of statement
CREATE TABLE conversations (
	id VARCHAR(60) NOT NULL,
	client_key VARCHAR(200) NOT NULL,
	client_id VARCHAR(200) NOT NULL,
	started_at TIMESTAMP WITH TIME ZONE NOT NULL,
	last_at TIMESTAMP WITH TIME ZONE NOT NULL,
	ended_at TIMESTAMP WITH TIME ZONE,
	timezone VARCHAR(64) NOT NULL,
	locale VARCHAR(35),
	page TEXT NOT NULL,
	staff_verified BOOLEAN NOT NULL,
	flagged BOOLEAN NOT NULL,
	flag_reason VARCHAR(100),
	state TEXT NOT NULL,
	turn_count INTEGER NOT NULL,
	CONSTRAINT pk_conversations PRIMARY KEY (id)
)
-- end of statement
CREATE INDEX ix_conversations_started_at ON conversations (started_at)
-- end of statement
CREATE UNIQUE INDEX uq_conversations_open ON conversations (client_key) WHERE ended_at IS NULL
-- end of statement
CREATE INDEX ix_conversations_last ON conversations (last_at, id)
-- end of statement
CREATE TABLE job_runs (
	job VARCHAR(60) NOT NULL,
	slot VARCHAR(40) NOT NULL,
	owner VARCHAR(80) NOT NULL,
	claimed_at TIMESTAMP WITH TIME ZONE NOT NULL,
	finished_at TIMESTAMP WITH TIME ZONE,
	attempts INTEGER NOT NULL,
	CONSTRAINT pk_job_runs PRIMARY KEY (job, slot)
)
-- end of statement
CREATE INDEX ix_job_runs_finished_at ON job_runs (finished_at)
-- end of statement
CREATE TABLE outbox (
	id BIGSERIAL NOT NULL,
	topic VARCHAR(64) NOT NULL,
	key VARCHAR(128),
	payload JSON NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	attempts INTEGER NOT NULL,
	strikes INTEGER NOT NULL,
	next_attempt_at TIMESTAMP WITH TIME ZONE NOT NULL,
	delivered_at TIMESTAMP WITH TIME ZONE,
	parked_at TIMESTAMP WITH TIME ZONE,
	last_error TEXT,
	CONSTRAINT pk_outbox PRIMARY KEY (id)
)
-- end of statement
CREATE INDEX ix_outbox_delivered_at ON outbox (delivered_at)
-- end of statement
CREATE INDEX ix_outbox_waiting_key_id ON outbox (key, id) WHERE delivered_at IS NULL AND parked_at IS NULL
-- end of statement
CREATE INDEX ix_outbox_waiting_next_attempt_at ON outbox (next_attempt_at) WHERE delivered_at IS NULL AND parked_at IS NULL
-- end of statement
CREATE TABLE leads (
	seq BIGINT NOT NULL,
	id VARCHAR(64) NOT NULL,
	name TEXT,
	email TEXT,
	phone TEXT,
	company TEXT,
	need TEXT,
	budget TEXT,
	timeline TEXT,
	status VARCHAR(20) NOT NULL,
	score INTEGER NOT NULL,
	score_reasons JSON NOT NULL,
	source TEXT,
	owner TEXT,
	next_follow_up_at TIMESTAMP WITH TIME ZONE,
	search_text TEXT NOT NULL,
	email_key TEXT,
	phone_key TEXT,
	version INTEGER NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_leads PRIMARY KEY (seq),
	CONSTRAINT ck_leads_status CHECK (status IN ('new', 'contacted', 'qualified', 'follow_up', 'meeting_scheduled', 'won', 'lost')),
	CONSTRAINT ck_leads_score CHECK (score BETWEEN 0 AND 100),
	CONSTRAINT uq_leads_id UNIQUE (id)
)
-- end of statement
CREATE INDEX ix_leads_status ON leads (status, seq)
-- end of statement
CREATE INDEX ix_leads_follow_up ON leads (next_follow_up_at)
-- end of statement
CREATE INDEX ix_leads_email_key ON leads (email_key)
-- end of statement
CREATE INDEX ix_leads_search ON leads USING gin (array_to_tsvector(string_to_array(search_text, ' ')))
-- end of statement
CREATE INDEX ix_leads_source ON leads (source, seq)
-- end of statement
CREATE INDEX ix_leads_status_source ON leads (status, source, seq)
-- end of statement
CREATE INDEX ix_leads_owner_source ON leads (owner, source, seq) WHERE owner IS NOT NULL
-- end of statement
CREATE INDEX ix_leads_phone_key ON leads (phone_key)
-- end of statement
CREATE INDEX ix_leads_owner_status ON leads (owner, status, seq) WHERE owner IS NOT NULL
-- end of statement
CREATE INDEX ix_leads_owner_status_source ON leads (owner, status, source, seq) WHERE owner IS NOT NULL
-- end of statement
CREATE INDEX ix_leads_owner ON leads (owner, seq) WHERE owner IS NOT NULL
-- end of statement
CREATE TABLE conversation_facts (
	id SERIAL NOT NULL,
	conversation_id VARCHAR(200),
	field VARCHAR(20) NOT NULL,
	value TEXT,
	quote TEXT NOT NULL,
	message_id VARCHAR(200),
	method VARCHAR(10) NOT NULL,
	confidence FLOAT NOT NULL,
	verified BOOLEAN NOT NULL,
	corrects BOOLEAN NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_conversation_facts PRIMARY KEY (id)
)
-- end of statement
CREATE INDEX ix_conversation_facts_conversation_id ON conversation_facts (conversation_id)
-- end of statement
CREATE TABLE lead_suggestions (
	id VARCHAR(64) NOT NULL,
	conversation_id VARCHAR(200) NOT NULL,
	field VARCHAR(20) NOT NULL,
	value TEXT NOT NULL,
	reason VARCHAR(40) NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	settled_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_lead_suggestions PRIMARY KEY (id),
	CONSTRAINT uq_lead_suggestions_conversation_id_field_value UNIQUE (conversation_id, field, value)
)
-- end of statement
CREATE TABLE capture_ledger (
	conversation_id VARCHAR(200) NOT NULL,
	message_id VARCHAR(200) NOT NULL,
	lead_id VARCHAR(64),
	created BOOLEAN NOT NULL,
	reason VARCHAR(40),
	fields JSON NOT NULL,
	changed JSON NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_capture_ledger PRIMARY KEY (conversation_id, message_id)
)
-- end of statement
CREATE TABLE lead_merges (
	id VARCHAR(64) NOT NULL,
	into_id VARCHAR(64) NOT NULL,
	from_id VARCHAR(64) NOT NULL,
	by VARCHAR(200) NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	undone_at TIMESTAMP WITH TIME ZONE,
	undone_by VARCHAR(200),
	snapshot JSON,
	CONSTRAINT pk_lead_merges PRIMARY KEY (id)
)
-- end of statement
CREATE INDEX ix_lead_merges_into_id ON lead_merges (into_id)
-- end of statement
CREATE INDEX ix_lead_merges_from_id ON lead_merges (from_id)
-- end of statement
CREATE TABLE lead_erasures (
	id VARCHAR(64) NOT NULL,
	lead_id VARCHAR(64) NOT NULL,
	by VARCHAR(200) NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	removed JSON NOT NULL,
	CONSTRAINT pk_lead_erasures PRIMARY KEY (id)
)
-- end of statement
CREATE INDEX ix_lead_erasures_lead_id ON lead_erasures (lead_id)
-- end of statement
CREATE TABLE lead_imports (
	key VARCHAR(64) NOT NULL,
	lead_id VARCHAR(64) NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_lead_imports PRIMARY KEY (key)
)
-- end of statement
CREATE TABLE reports (
	id VARCHAR(64) NOT NULL,
	kind VARCHAR(16) NOT NULL,
	business_date DATE NOT NULL,
	filename VARCHAR(80) NOT NULL,
	made_at TIMESTAMP WITH TIME ZONE NOT NULL,
	requested_by VARCHAR(200) NOT NULL,
	request_key VARCHAR(64),
	request_asks VARCHAR(40),
	finished_at TIMESTAMP WITH TIME ZONE,
	removed_at TIMESTAMP WITH TIME ZONE,
	size BIGINT,
	rows INTEGER,
	people BYTEA,
	CONSTRAINT pk_reports PRIMARY KEY (id),
	CONSTRAINT uq_reports_filename UNIQUE (filename),
	CONSTRAINT uq_reports_request_key UNIQUE (request_key)
)
-- end of statement
CREATE UNIQUE INDEX uq_reports_daily_business_date ON reports (business_date) WHERE kind = 'daily'
-- end of statement
CREATE INDEX ix_reports_made_at_id ON reports (made_at, id)
-- end of statement
CREATE TABLE idempotency_keys (
	key VARCHAR(200) NOT NULL,
	endpoint VARCHAR(100) NOT NULL,
	body_hash VARCHAR(64) NOT NULL,
	status VARCHAR(3) NOT NULL,
	answer TEXT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_idempotency_keys PRIMARY KEY (key, endpoint)
)
-- end of statement
CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at)
-- end of statement
CREATE TABLE knowledge_passages (
	id SERIAL NOT NULL,
	path VARCHAR(300) NOT NULL,
	position INTEGER NOT NULL,
	title TEXT NOT NULL,
	source TEXT NOT NULL,
	text TEXT NOT NULL,
	terms TEXT NOT NULL,
	CONSTRAINT pk_knowledge_passages PRIMARY KEY (id),
	CONSTRAINT uq_knowledge_passages_path_position UNIQUE (path, position),
	CONSTRAINT fk_knowledge_passages_path_knowledge_files FOREIGN KEY(path) REFERENCES knowledge_files (path) ON DELETE CASCADE
)
-- end of statement
ALTER TABLE knowledge_passages ADD COLUMN indexed tsvector
        GENERATED ALWAYS AS (to_tsvector('simple', terms)) STORED
-- end of statement
CREATE INDEX ix_knowledge_passages_indexed ON knowledge_passages USING gin (indexed)
-- end of statement
CREATE TABLE turns (
	id VARCHAR(60) NOT NULL,
	conversation_id VARCHAR(60) NOT NULL,
	sequence INTEGER NOT NULL,
	message_id VARCHAR(64) NOT NULL,
	text TEXT NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	answered_at TIMESTAMP WITH TIME ZONE,
	reply_id VARCHAR(60),
	reply TEXT,
	cards TEXT,
	engine VARCHAR(40),
	degraded BOOLEAN,
	model_messages TEXT,
	trace TEXT,
	CONSTRAINT pk_turns PRIMARY KEY (id),
	CONSTRAINT uq_turns_conversation_id_message_id UNIQUE (conversation_id, message_id),
	CONSTRAINT uq_turns_conversation_id_sequence UNIQUE (conversation_id, sequence),
	CONSTRAINT fk_turns_conversation_id_conversations FOREIGN KEY(conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
)
-- end of statement
CREATE INDEX ix_turns_message_id ON turns (message_id)
-- end of statement
CREATE TABLE handoffs (
	id VARCHAR(60) NOT NULL,
	conversation_id VARCHAR(60) NOT NULL,
	turn_id VARCHAR(60) NOT NULL,
	reason TEXT NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_handoffs PRIMARY KEY (id),
	CONSTRAINT fk_handoffs_conversation_id_conversations FOREIGN KEY(conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
)
-- end of statement
CREATE INDEX ix_handoffs_conversation ON handoffs (conversation_id)
-- end of statement
CREATE TABLE lead_evidence (
	id SERIAL NOT NULL,
	conversation_id VARCHAR(200),
	field VARCHAR(20) NOT NULL,
	value TEXT,
	quote TEXT NOT NULL,
	message_id VARCHAR(200),
	method VARCHAR(10) NOT NULL,
	confidence FLOAT NOT NULL,
	verified BOOLEAN NOT NULL,
	corrects BOOLEAN NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	lead_id VARCHAR(64) NOT NULL,
	current BOOLEAN NOT NULL,
	CONSTRAINT pk_lead_evidence PRIMARY KEY (id),
	CONSTRAINT fk_lead_evidence_lead_id_leads FOREIGN KEY(lead_id) REFERENCES leads (id) ON DELETE CASCADE
)
-- end of statement
CREATE INDEX ix_lead_evidence_conversation_id ON lead_evidence (conversation_id)
-- end of statement
CREATE INDEX ix_lead_evidence_lead_id ON lead_evidence (lead_id)
-- end of statement
CREATE TABLE lead_conversations (
	conversation_id VARCHAR(200) NOT NULL,
	lead_id VARCHAR(64) NOT NULL,
	page TEXT,
	referrer TEXT,
	utm JSON NOT NULL,
	timezone VARCHAR(64),
	locale VARCHAR(35),
	consent_text TEXT,
	consent_at TIMESTAMP WITH TIME ZONE,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_lead_conversations PRIMARY KEY (conversation_id),
	CONSTRAINT fk_lead_conversations_lead_id_leads FOREIGN KEY(lead_id) REFERENCES leads (id) ON DELETE CASCADE
)
-- end of statement
CREATE INDEX ix_lead_conversations_lead_id ON lead_conversations (lead_id)
-- end of statement
CREATE TABLE lead_notes (
	id VARCHAR(64) NOT NULL,
	lead_id VARCHAR(64) NOT NULL,
	text TEXT NOT NULL,
	author VARCHAR(200) NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_lead_notes PRIMARY KEY (id),
	CONSTRAINT fk_lead_notes_lead_id_leads FOREIGN KEY(lead_id) REFERENCES leads (id) ON DELETE CASCADE
)
-- end of statement
CREATE INDEX ix_lead_notes_lead_id ON lead_notes (lead_id)
-- end of statement
CREATE TABLE lead_status_changes (
	id SERIAL NOT NULL,
	lead_id VARCHAR(64) NOT NULL,
	before VARCHAR(20),
	after VARCHAR(20) NOT NULL,
	by VARCHAR(200) NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_lead_status_changes PRIMARY KEY (id),
	CONSTRAINT fk_lead_status_changes_lead_id_leads FOREIGN KEY(lead_id) REFERENCES leads (id) ON DELETE CASCADE
)
-- end of statement
CREATE INDEX ix_lead_status_changes_lead_id ON lead_status_changes (lead_id)
-- end of statement
CREATE INDEX ix_lead_status_changes_at ON lead_status_changes (at, after)
-- end of statement
CREATE TABLE possible_duplicates (
	lead_id VARCHAR(64) NOT NULL,
	other_id VARCHAR(64) NOT NULL,
	field VARCHAR(20) NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_possible_duplicates PRIMARY KEY (lead_id, other_id, field),
	CONSTRAINT fk_possible_duplicates_lead_id_leads FOREIGN KEY(lead_id) REFERENCES leads (id) ON DELETE CASCADE,
	CONSTRAINT fk_possible_duplicates_other_id_leads FOREIGN KEY(other_id) REFERENCES leads (id) ON DELETE CASCADE
)
-- end of statement
CREATE INDEX ix_possible_duplicates_other_id ON possible_duplicates (other_id)
-- end of statement
CREATE TABLE lead_counts (
	status VARCHAR(20) NOT NULL,
	slot INTEGER NOT NULL,
	count INTEGER NOT NULL,
	CONSTRAINT pk_lead_counts PRIMARY KEY (status, slot)
)
-- end of statement
CREATE FUNCTION leads_counted() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        IF TG_OP <> 'INSERT' THEN
            INSERT INTO lead_counts(status, slot, count) VALUES (OLD.status, pg_backend_pid() %% 1024, -1) ON CONFLICT (status, slot) DO UPDATE SET count = lead_counts.count + -1;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            INSERT INTO lead_counts(status, slot, count) VALUES (NEW.status, pg_backend_pid() %% 1024, 1) ON CONFLICT (status, slot) DO UPDATE SET count = lead_counts.count + 1;
        END IF;
        RETURN NULL;
    END $body$
-- end of statement
CREATE TRIGGER leads_counted_rows AFTER INSERT OR DELETE ON leads FOR EACH ROW EXECUTE FUNCTION leads_counted()
-- end of statement
CREATE TRIGGER leads_counted_status AFTER UPDATE OF status ON leads FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION leads_counted()
-- end of statement
