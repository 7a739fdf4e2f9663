// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('assessment_drafts', table => {
    table
      .string('revision', 36)
      .comment(
        'Another one each time it is saved; null where it was saved before there were any',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('assessment_drafts', table => {
    table.dropColumn('revision');
  });
};
