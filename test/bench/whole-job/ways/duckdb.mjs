// DuckDB counts them by SQL. Plain JavaScript: its native library cannot be bundled.
import { DuckDBInstance } from '@duckdb/node-api';

/** An export is one object, and DuckDB wants to know how large an object may be. */
const MAX_OBJECT_BYTES = 2 ** 31;

const EMAIL = `STRUCT(email VARCHAR, "primary" BOOLEAN)[]`;
const SERVER_USERS = `STRUCT(user_id BIGINT, emails ${EMAIL})[]`;
const LICENSES = `STRUCT(
  github_com_login VARCHAR,
  enterprise_server_user_ids VARCHAR[],
  github_com_saml_name_id VARCHAR,
  github_com_verified_domain_emails VARCHAR[]
)[]`;

// A server account is the person of the cloud account that GitHub matched it with; else of the one with its primary
// address; else of all accounts with that address.
const COUNT_PEOPLE = `
  WITH by_id AS (
    SELECT unnest(enterprise_server_user_ids) AS account, github_com_login AS login FROM license
  ), by_address AS (
    SELECT address, min(login) AS login FROM (
      SELECT unnest(list_append(github_com_verified_domain_emails, github_com_saml_name_id)) AS raw,
        lower(trim(raw)) AS address, github_com_login AS login
      FROM license
    ) WHERE address LIKE '%@%' GROUP BY address
  ), matched AS (
    SELECT primary_address, coalesce(by_id.login, by_address.login) AS login
    FROM server_user
    LEFT JOIN by_id USING (account)
    LEFT JOIN by_address ON by_address.address = primary_address
  ), unmatched AS (
    SELECT primary_address FROM matched GROUP BY primary_address HAVING count(login) = 0
  )
  SELECT (SELECT count(*) FROM license) + (SELECT count(*) FROM unmatched) AS people`;

export async function comparePeople({ exports, licenses }) {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`
    CREATE TABLE server_address AS
    SELECT host || ':' || "user".user_id AS account, unnest("user".emails) AS email FROM (
      SELECT instance.host_name AS host, unnest(users) AS "user"
      FROM read_json(${listed(exports)}, format = 'unstructured', maximum_object_size = ${MAX_OBJECT_BYTES},
        columns = {instance: 'STRUCT(host_name VARCHAR)', users: '${SERVER_USERS}'}))`);
  await connection.run(`
    CREATE TABLE server_user AS
    SELECT account, lower(trim(email.email)) AS primary_address FROM server_address WHERE email."primary"`);
  await connection.run(`
    CREATE TABLE license AS
    SELECT unnest(users, recursive := true)
    FROM read_json(${listed(licenses)}, format = 'array', columns = {users: '${LICENSES}'})`);
  const [[people]] = (await connection.runAndReadAll(COUNT_PEOPLE)).getRows();
  return { people: Number(people), differences: null };
}

function listed(paths) {
  return `[${paths.map((path) => `'${path}'`).join()}]`;
}
