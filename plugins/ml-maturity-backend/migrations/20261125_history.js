// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('attestations', table => {
    table
      .string('imported_from', 63)
      .comment('The history that it came from; null where it was given here');
  });

  await knex.schema.createTable('history_imports', table => {
    table.comment('Entities whose past was replayed, so that none is twice.');
    table.string('source_id', 63).notNullable();
    table.string('entity_ref', 600).notNullable();
    table.dateTime('imported_at').notNullable();
    table.primary(['source_id', 'entity_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('history_imports');
  await knex.schema.alterTable('attestations', table => {
    table.dropColumn('imported_from');
  });
};
