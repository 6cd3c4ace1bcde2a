import * as z from 'zod';

/** Role of an account. Admins are made by an operator, never through the API. */
export const ROLES = ['learner', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Shown in the API reference, as one that would be taken. */
const EXAMPLE_PASSWORD = 'Correct-Horse-9';

const emailSchema = z
  .email('must be an e-mail address')
  .max(254, 'must be at most 254 characters')
  .meta({ example: 'learner@example.org' });

const newPasswordSchema = z
  .string()
  .min(12, 'must have at least 12 characters')
  .max(128, 'must have at most 128 characters')
  .regex(/\p{Lu}/u, 'must contain an upper-case letter')
  .regex(/\p{Ll}/u, 'must contain a lower-case letter')
  .regex(/\p{Nd}/u, 'must contain a digit')
  .regex(/[^\p{L}\p{N}\s]/u, 'must contain a special character such as ! or -')
  .meta({
    description: '12 to 128 characters with upper and lower case, a digit and a special character.',
    format: 'password',
    example: EXAMPLE_PASSWORD,
  });

export const registrationSchema = z
  .strictObject({ email: emailSchema, password: newPasswordSchema })
  .meta({ id: 'Registration' });
export const credentialsSchema = z
  .strictObject({
    email: emailSchema,
    password: z.string().min(1).max(128).meta({ format: 'password', example: EXAMPLE_PASSWORD }),
  })
  .meta({ id: 'Credentials' });

export const accountSchema = z
  .object({ id: z.uuid(), email: z.string(), role: z.enum(ROLES), created_at: z.iso.datetime() })
  .meta({ id: 'Account' });

export const sessionSchema = z
  .object({
    access_token: z.string().meta({ description: 'Send it as "Authorization: Bearer …".' }),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'Seconds.' }),
    account: accountSchema,
  })
  .meta({ id: 'Session' });

export type AccountView = z.infer<typeof accountSchema>;
