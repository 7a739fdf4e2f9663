/** Which check of which entity, by which rubric. */
export interface CheckAddress {
  entityRef: string;
  rubricId: string;
  checkId: string;
}

/** Columns of a row about a check of an entity. */
export interface AddressRow {
  entity_ref: string;
  rubric_id: string;
  check_id: string;
}

/** An address as a row has it. */
export function addressColumns(address: CheckAddress): AddressRow {
  return {
    entity_ref: address.entityRef,
    rubric_id: address.rubricId,
    check_id: address.checkId,
  };
}

/** The address that a row has. */
export function addressIn(row: AddressRow): CheckAddress {
  return {
    entityRef: row.entity_ref,
    rubricId: row.rubric_id,
    checkId: row.check_id,
  };
}
