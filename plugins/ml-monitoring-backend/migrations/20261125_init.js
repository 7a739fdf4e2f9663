// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('deployments', table => {
    table.comment('Each deployment of the catalog with its present status.');
    table.string('entity_ref', 600).primary();
    table.text('facts').notNullable().comment('From the catalog, as JSON');
    table.string('status', 10).notNullable();
    table.dateTime('since').comment('Null where it was never evaluated');
    table.dateTime('evaluated_at');
    table.text('reason').comment('Why the status is unknown');
    table.text('summary').notNullable().comment('Causes and counts, as JSON');
    table
      .string('notified_status', 10)
      .comment('The status that the owner knows');
    table
      .string('hours', 24)
      .notNullable()
      .comment('Worst status of the hours up to hours_until, a letter each');
    table.dateTime('hours_until');
    table
      .integer('version')
      .notNullable()
      .comment('Grows with each evaluation');
    table
      .bigInteger('change')
      .notNullable()
      .comment('Number of its last change');
    table.index(['change']);
  });

  await knex.schema.createTable('check_groups', table => {
    table.comment('Where the checks of a deployment stand, by group.');
    table.string('entity_ref', 600).notNullable();
    table.string('name', 30).notNullable();
    table
      .dateTime('until')
      .notNullable()
      .comment('End of the newest window that was evaluated');
    table
      .string('digest', 64)
      .notNullable()
      .comment('Of the settings that it was evaluated with');
    table.text('checks').notNullable().comment('As JSON');
    table
      .text('metrics')
      .notNullable()
      .comment('Metrics that a figure is known of, as JSON');
    table.text('fresh').notNullable().comment('Newest data by source, as JSON');
    table.primary(['entity_ref', 'name']);
  });

  await knex.schema.createTable('changes', table => {
    table.comment('One row: the number of the newest change of a deployment.');
    table.string('name', 63).primary();
    table.bigInteger('value').notNullable();
  });
  await knex('changes').insert({ name: 'deployments', value: 0 });

  await knex.schema.createTable('removed_deployments', table => {
    table.comment('Deployments that went, so that every replica forgets them.');
    table.bigInteger('change').primary();
    table.string('entity_ref', 600).notNullable();
    table.dateTime('removed_at').notNullable();
    table.index(['removed_at']);
  });

  await knex.schema.createTable('status_changes', table => {
    table.comment('What changed in the health of a deployment, and when.');
    table.bigIncrements('id');
    table.string('entity_ref', 600).notNullable();
    table.dateTime('at').notNullable();
    table.string('check_id', 700).comment('Null for the deployment as a whole');
    table.string('title', 400);
    table.string('from', 10).notNullable();
    table.string('to', 10).notNullable();
    table.double('value');
    table.text('reason');
    table.index(['entity_ref', 'at']);
    table.index(['at']);
  });

  await knex.schema.createTable('status_days', table => {
    table.comment('Worst status of each hour of a day in UTC.');
    table.string('entity_ref', 600).notNullable();
    table.string('day', 10).notNullable().comment('UTC, YYYY-MM-DD');
    table
      .string('hours', 24)
      .notNullable()
      .comment('A letter an hour: o, u, w, c, or - where nothing is known');
    table.primary(['entity_ref', 'day']);
    table.index(['day']);
  });

  await knex.schema.createTable('mutes', table => {
    table.comment('Checks that are left out of the status until a time.');
    table.string('entity_ref', 600).notNullable();
    table.string('check_id', 700).notNullable();
    table.dateTime('until').notNullable();
    table.text('reason').notNullable();
    table.string('by', 600).notNullable();
    table.dateTime('created_at').notNullable();
    table.primary(['entity_ref', 'check_id']);
    table.index(['until']);
  });

  await knex.schema.createTable('source_failures', table => {
    table.comment('Sources that fail for a deployment, and since when.');
    table.string('entity_ref', 600).notNullable();
    table.string('capability', 30).notNullable();
    table.string('source_type', 100).notNullable();
    table.string('source_name', 400).notNullable();
    table.dateTime('since').notNullable();
    table.string('kind', 30).notNullable();
    table.text('message').notNullable();
    table.primary(['entity_ref', 'capability', 'source_type', 'source_name']);
  });

  await knex.schema.createTable('outbox', table => {
    table.comment('Events and notifications that were not sent yet.');
    table.bigIncrements('id');
    table.string('kind', 30).notNullable().comment('event or notification');
    table.text('payload').notNullable();
    table.dateTime('created_at').notNullable();
    table.dateTime('claimed_at');
    table.integer('attempts').notNullable().defaultTo(0);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'outbox',
    'source_failures',
    'mutes',
    'status_days',
    'status_changes',
    'removed_deployments',
    'changes',
    'check_groups',
    'deployments',
  ]) {
    await knex.schema.dropTable(table);
  }
};
