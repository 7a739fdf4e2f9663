// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('rubrics', table => {
    table.comment('The rubrics in force: the last good document of each.');
    table.string('id', 63).primary();
    table.string('version', 63).notNullable();
    table.string('digest', 64).notNullable();
    table.text('document', 'longtext').notNullable().comment('As JSON');
    table.string('source', 2048).notNullable();
    table.dateTime('loaded_at').notNullable();
    table.text('problem').comment('Why the newest document was refused');
    table.dateTime('problem_at');
  });

  await knex.schema.createTable('facts', table => {
    table.comment('The newest facts of each collector about each entity.');
    table.string('entity_ref', 600).notNullable();
    table.string('collector_id', 63).notNullable();
    table.text('facts', 'longtext').notNullable().comment('As JSON');
    table.string('digest', 64).notNullable();
    table.dateTime('collected_at').notNullable();
    table.text('problem').comment('Why the newest collection failed');
    table.dateTime('problem_at');
    table.primary(['entity_ref', 'collector_id']);
  });

  await knex.schema.createTable('watched_entities', table => {
    table.comment('Entities as the last look at the catalog found them.');
    table.string('entity_ref', 600).primary();
    table.string('etag', 255).notNullable();
    table
      .text('subjects')
      .notNullable()
      .comment('Models whose evaluation depends on it, as JSON');
  });

  await knex.schema.createTable('scorecards', table => {
    table.comment('The newest evaluation of each entity by each rubric.');
    table.bigIncrements('id');
    table.string('entity_ref', 600).notNullable();
    table.string('rubric_id', 63).notNullable();
    table.string('rubric_digest', 64).notNullable();
    table
      .text('entity', 'longtext')
      .notNullable()
      .comment('What lists and rollups show and filter by, as JSON');
    table.text('results', 'longtext').notNullable().comment('As JSON');
    table
      .string('results_digest', 64)
      .notNullable()
      .comment('Of what the results say, without the age of their facts');
    table
      .text('statuses')
      .notNullable()
      .comment('A letter for each check, in the order of the rubric');
    table.integer('level').notNullable();
    table.double('score').comment('From 0 to 1, null where nothing counts');
    table.integer('waived').notNullable();
    table.dateTime('evaluated_at').notNullable();
    table
      .dateTime('next_change_at')
      .comment('When time alone changes the results, such as an expiry');
    table
      .bigInteger('change')
      .notNullable()
      .comment('Number of the last change of this row, over all rows');
    table.unique(['entity_ref', 'rubric_id']);
    table.index(['rubric_id', 'change']);
    table.index(['next_change_at']);
  });

  await knex.schema.createTable('changes', table => {
    table.comment('One row: the number of the newest change of a scorecard.');
    table.string('name', 63).primary();
    table.bigInteger('value').notNullable();
  });
  await knex('changes').insert({ name: 'scorecards', value: 0 });

  await knex.schema.createTable('removed_scorecards', table => {
    table.comment('Scorecards that went, so that every replica forgets them.');
    table.bigInteger('change').primary();
    table.string('entity_ref', 600).notNullable();
    table.string('rubric_id', 63).notNullable();
    table.dateTime('removed_at').notNullable();
  });

  await knex.schema.createTable('events', table => {
    table.comment('What changed in a scorecard, and why.');
    table.bigIncrements('id');
    table.string('entity_ref', 600).notNullable();
    table.string('rubric_id', 63).notNullable();
    table.dateTime('at').notNullable();
    table.string('check_id', 100).comment('Null for a change of the level');
    table.string('from', 30);
    table.string('to', 30);
    table.text('reason').notNullable();
    table
      .string('cause', 30)
      .notNullable()
      .comment('entity, fact, attestation, waiver, rubric or time');
    table.index(['entity_ref', 'rubric_id', 'at']);
    table.index(['at']);
  });

  await knex.schema.createTable('daily_points', table => {
    table.comment('Where each entity stood at the end of each day.');
    table.string('entity_ref', 600).notNullable();
    table.string('rubric_id', 63).notNullable();
    table.string('day', 10).notNullable().comment('UTC, YYYY-MM-DD');
    table.integer('level').notNullable();
    table.double('score');
    table.text('counts').notNullable().comment('Checks by status, as JSON');
    table.primary(['entity_ref', 'rubric_id', 'day']);
    table.index(['rubric_id', 'day']);
  });

  await knex.schema.createTable('attestations', table => {
    table.comment(
      'Answers of people; the newest of a check counts, earlier ones stay.',
    );
    table.string('id', 36).primary();
    table.string('entity_ref', 600).notNullable();
    table.string('rubric_id', 63).notNullable();
    table.string('check_id', 100).notNullable();
    table.string('answer', 30).notNullable();
    table
      .text('fields', 'longtext')
      .notNullable()
      .comment('Typed answers, as JSON');
    table.text('evidence').comment('As JSON');
    table.text('comment');
    table.string('author', 600).notNullable();
    table.dateTime('created_at').notNullable();
    table.dateTime('expires_at').notNullable();
    table.dateTime('withdrawn_at');
    table.string('withdrawn_by', 600);
    table
      .boolean('current')
      .comment('True for the one that counts, null for earlier ones');
    table.unique(['entity_ref', 'rubric_id', 'check_id', 'current']);
    table.index(['expires_at']);
  });

  await knex.schema.createTable('waivers', table => {
    table.comment('Requests to leave a check aside, and what became of them.');
    table.string('id', 36).primary();
    table.string('entity_ref', 600).notNullable();
    table.string('rubric_id', 63).notNullable();
    table.string('check_id', 100).notNullable();
    table
      .string('decision', 30)
      .notNullable()
      .comment('requested, approved, refused or revoked');
    table.text('reason').notNullable();
    table.string('requested_by', 600).notNullable();
    table.dateTime('requested_at').notNullable();
    table.string('decided_by', 600);
    table.dateTime('decided_at');
    table.text('decision_reason');
    table.dateTime('expires_at').notNullable();
    table
      .boolean('current')
      .comment('True for the one that counts, null for earlier ones');
    table.unique(['entity_ref', 'rubric_id', 'check_id', 'current']);
    table.index(['expires_at']);
  });

  await knex.schema.createTable('assessment_drafts', table => {
    table.comment('Answers of a guided assessment that are not sent yet.');
    table.string('entity_ref', 600).notNullable();
    table.string('rubric_id', 63).notNullable();
    table.string('check_id', 100).notNullable();
    table.text('answer', 'longtext').notNullable().comment('As JSON');
    table.string('author', 600).notNullable();
    table.dateTime('saved_at').notNullable();
    table.primary(['entity_ref', 'rubric_id', 'check_id']);
  });

  await knex.schema.createTable('evaluation_tasks', table => {
    table.comment('Evaluations that somebody asked for.');
    table.string('id', 36).primary();
    table.string('state', 30).notNullable();
    table.string('requested_by', 600).notNullable();
    table.dateTime('requested_at').notNullable();
    table.text('entity_refs', 'longtext').comment('As JSON; null for all');
    table.integer('total');
    table.integer('done').notNullable().defaultTo(0);
    table.integer('changed').notNullable().defaultTo(0);
    table.integer('failed').notNullable().defaultTo(0);
    table.text('problem');
    table.dateTime('finished_at');
    table.integer('attempts').notNullable().defaultTo(0);
    table
      .string('claimed_by', 36)
      .comment(
        'Run that works on it; another one may take over when it is silent',
      );
    table.dateTime('heartbeat_at');
    table.index(['state', 'requested_at']);
  });

  await knex.schema.createTable('campaigns', table => {
    table.string('id', 36).primary();
    table.string('title', 200).notNullable();
    table.text('description');
    table.string('rubric_id', 63).notNullable();
    table.text('goal').notNullable().comment('Checks or a level, as JSON');
    table.text('scope').notNullable().comment('Filter predicate, as JSON');
    table.string('owner', 600).notNullable();
    table.dateTime('starts_at').notNullable();
    table.dateTime('due_at').notNullable();
    table.string('state', 30).notNullable();
    table.string('created_by', 600).notNullable();
    table.dateTime('created_at').notNullable();
    table.integer('remind_every_days');
    table.dateTime('closed_at');
    table.string('closed_by', 600);
    table
      .text('report', 'longtext')
      .comment('Where each model stood on closing, as JSON');
    table.text('promotion', 'longtext').comment('The newest proposal, as JSON');
  });

  await knex.schema.createTable('campaign_points', table => {
    table.comment(
      'Where each model of a campaign stood at the end of a day, where that differs from the day before.',
    );
    table.string('campaign_id', 36).notNullable();
    table.string('entity_ref', 600).notNullable();
    table.string('day', 10).notNullable().comment('UTC, YYYY-MM-DD');
    table
      .boolean('member')
      .notNullable()
      .comment('False once it left the scope');
    table.boolean('done').notNullable();
    table.integer('checks_done').notNullable();
    table.integer('checks_total').notNullable();
    table.primary(['campaign_id', 'entity_ref', 'day']);
  });

  await knex.schema.createTable('reminders', table => {
    table.comment('Notifications that were sent, so that none is sent twice.');
    table.string('key', 255).primary();
    table.dateTime('sent_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'reminders',
    'campaign_points',
    'campaigns',
    'evaluation_tasks',
    'assessment_drafts',
    'waivers',
    'attestations',
    'daily_points',
    'events',
    'removed_scorecards',
    'changes',
    'scorecards',
    'watched_entities',
    'facts',
    'rubrics',
  ]) {
    await knex.schema.dropTable(table);
  }
};
