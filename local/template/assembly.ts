/** Reads the stacks of a cloud assembly from disk, as `cdk deploy` would. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Stack, templateSchema } from './template.ts';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      displayName: z.string().optional(),
      properties: z
        .object({
          templateFile: z.string(),
          file: z.string(),
          directoryName: z.string(),
          stackName: z.string(),
        })
        .partial()
        .default({}),
    }),
  ),
});

const assetManifestSchema = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** @throws when the folder holds no cloud assembly. */
export async function readAssembly(folder: string): Promise<Stack[]> {
  const { artifacts } = manifestSchema.parse(await readJson(path.join(folder, 'manifest.json')));
  const assets = new Map<string, string>();
  for (const { type, properties } of Object.values(artifacts)) {
    if (type !== 'cdk:asset-manifest' || !properties.file) continue;
    const { files } = assetManifestSchema.parse(await readJson(path.join(folder, properties.file)));
    for (const { source, destinations } of Object.values(files)) {
      if (!source.path) continue;
      for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, path.resolve(folder, source.path));
    }
  }
  const stacks: Stack[] = [];
  for (const [id, { type, properties }] of Object.entries(artifacts)) {
    if (type === 'cdk:cloud-assembly' && properties.directoryName) {
      stacks.push(...(await readAssembly(path.join(folder, properties.directoryName))));
    }
    if (type === 'aws:cloudformation:stack' && properties.templateFile) {
      const template = templateSchema.parse(await readJson(path.join(folder, properties.templateFile)));
      stacks.push({ name: properties.stackName ?? id, template, assets });
    }
  }
  return stacks;
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
