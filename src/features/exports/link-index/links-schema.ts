import { linkKinds } from './link-entry.ts';

/** JSON Schema of `/links.json`. */
export const linksSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Every address of the site',
  type: 'object',
  required: ['contract', 'generated', 'base', 'links'],
  additionalProperties: false,
  properties: {
    contract: {
      const: 1,
      description: 'Version of this form; within a version, fields, kinds and addresses are only added.',
    },
    generated: { type: 'string', format: 'date', description: 'Day that the build counts as today.' },
    base: { type: 'string', description: 'What stands before each address.' },
    links: {
      type: 'array',
      items: {
        type: 'object',
        required: ['address', 'kind', 'title', 'page', 'short', 'state', 'changed'],
        additionalProperties: false,
        properties: {
          address: { type: 'string', pattern: '^/([a-z0-9-]+/)*(#[a-z0-9-]+|[a-z0-9-]+\\.[a-z0-9]+)?$' },
          kind: { enum: linkKinds },
          title: { type: 'string', minLength: 1 },
          page: { type: 'string', minLength: 1 },
          short: { type: ['string', 'null'] },
          state: { enum: ['live', 'moved', 'retired'] },
          changed: { type: 'string', format: 'date' },
        },
      },
    },
  },
} as const;
