import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { routes } from '../../functions/handlers/api/routes.ts';
import { openApiDocument } from '../../functions/runtime/api/openapi.ts';

const document = JSON.parse(JSON.stringify(openApiDocument(routes, '1.2.3')));

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('has every route of the table and no other', () => {
    const documented = Object.entries<Record<string, object>>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.sort()).toEqual(
      Object.values(routes)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    );
  });

  it('asks for a token exactly where the route is not public', () => {
    for (const { method, path, access } of Object.values(routes)) {
      const { security } = document.paths[path][method.toLowerCase()];
      expect(security, path).toEqual(access === 'public' ? [] : [{ accessToken: [] }]);
    }
  });

  it('describes the fields that are checked, with their limits', () => {
    expect(document.components.schemas.NewVideo.properties).toMatchObject({
      title: { minLength: 1, maxLength: 200 },
      source_language: { enum: ['de', 'en', 'es', 'fr'] },
      chunk_minutes: { minimum: 1, maximum: 20, default: 5 },
    });
    expect(document.components.schemas.NewVideo.required).toEqual([
      'title',
      'source_language',
      'target_language',
      'size',
    ]);
  });

  it('describes what every route may answer besides success', () => {
    const { responses } = document.paths['/videos/{video_id}'].get;
    expect(Object.keys(responses).sort()).toEqual(['200', '304', '400', '401', '404']);
    expect(responses['404'].content['application/problem+json'].schema).toEqual({
      $ref: '#/components/schemas/Problem',
    });
  });

  it('describes that something which is needed is down in the schema of success', () => {
    const { responses } = document.paths['/readiness'].get;
    expect(Object.keys(responses)).toEqual(['200', '503']);
    expect(responses['503'].content).toEqual(responses['200'].content);
  });
});
