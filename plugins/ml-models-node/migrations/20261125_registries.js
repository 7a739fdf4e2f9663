// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ml_registry_providers', table => {
    table.comment('Registries that models are read from.');
    table.string('provider', 120).primary();
    table.string('type', 50).notNullable();
    table.string('instance', 50).notNullable();
    table.text('title').notNullable();
    table.text('address').notNullable();
    table
      .bigInteger('watermark')
      .comment('Newest change that was seen, in ms of the registry');
    table.dateTime('next_full_at');
    table.dateTime('next_incremental_at');
  });

  await knex.schema.createTable('ml_registry_runs', table => {
    table.comment('Runs of the providers; the number marks what a run saw.');
    table.increments('id');
    table.string('provider', 120).notNullable();
    table.string('kind', 20).notNullable();
    table.string('status', 20).notNullable();
    table.dateTime('started_at').notNullable();
    table.dateTime('finished_at');
    table.integer('seen').notNullable().defaultTo(0);
    table.integer('changed').notNullable().defaultTo(0);
    table.integer('removed').notNullable().defaultTo(0);
    table.integer('refused').notNullable().defaultTo(0);
    table.integer('missing').notNullable().defaultTo(0);
    table.text('message').comment('Why it failed or removed nothing');
    table.index(['provider', 'id']);
  });

  await knex.schema.createTable('ml_registry_models', table => {
    table.comment('What is known of each model of a registry.');
    table.string('provider', 120).notNullable();
    table.string('model_key', 64).notNullable().comment('Hash of model_id');
    table.text('model_id').notNullable();
    table
      .string('entity_ref', 200)
      .unique()
      .comment('Null where there never was an entity');
    table.string('revision', 64).notNullable().comment('Hash of its listing');
    table.string('mapping', 64).notNullable().comment('Hash of the rules');
    table.string('content_hash', 64).comment('Of the entity as it should be');
    table.string('emitted_hash', 64).comment('Of what the catalog took');
    table.dateTime('read_at').notNullable();
    table.integer('seen_run').notNullable();
    table.dateTime('missing_since');
    table.text('problem').comment('Why it could not be read or mapped');
    table.text('notes').notNullable().comment('JSON list');
    table.text('model').comment('What the registry told, as JSON');
    table.primary(['provider', 'model_key']);
    table.index(['provider', 'seen_run']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ml_registry_models');
  await knex.schema.dropTable('ml_registry_runs');
  await knex.schema.dropTable('ml_registry_providers');
};
