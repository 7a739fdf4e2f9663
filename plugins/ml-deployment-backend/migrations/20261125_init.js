// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('decisions', table => {
    table.comment('What was decided on rollouts, with what it was taken on.');
    table.string('id', 36).primary();
    table.string('entity_ref', 600).notNullable();
    table
      .integer('sequence')
      .notNullable()
      .comment('Of the decisions of a deployment, from 1');
    table.string('decision', 20).notNullable();
    table.boolean('rehearsal').notNullable();
    table.boolean('overrides').notNullable();
    table.text('comment');
    table.string('decided_by', 600).notNullable();
    table.dateTime('decided_at').notNullable();
    table.text('rollout').notNullable().comment('As it was, as JSON');
    table.text('verdict').notNullable().comment('As it was, as JSON');
    table.text('evidence').notNullable().comment('As it was, as JSON');
    // Of two who decide on the same review only one gets the next number.
    table.unique(['entity_ref', 'sequence']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('decisions');
};
