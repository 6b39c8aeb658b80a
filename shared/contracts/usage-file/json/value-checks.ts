/** Checks the types of one record's values. Of a value that is not as it should be, the rest of the record is no use. */
export class ValueChecks {
  areMet = true;

  text(value: unknown): string | null | undefined {
    return typeof value === 'string' || value === null || value === undefined ? value : this.fail();
  }

  flag(value: unknown): boolean | null | undefined {
    return typeof value === 'boolean' || value === null || value === undefined ? value : this.fail();
  }

  /** @param most items. */
  texts(value: unknown, most: number): string[] | null | undefined {
    if (value === null || value === undefined) return value;
    return isTextList(value) && value.length <= most ? value : this.fail();
  }

  /** In place of a value. */
  fail(): null {
    this.areMet = false;
    return null;
  }
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
