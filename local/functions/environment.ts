/** Variables that Lambda's runtime sets, as far as they mean something locally. */

import { LOCAL_CREDENTIALS } from '../resources/resource.ts';
import type { FunctionDefinition } from '../wiring/wiring.ts';

/** The whole environment of a function: nothing of this machine's own leaks into it. */
export function functionEnvironment(
  { name, handler, memoryMb, codeFolder, environment }: FunctionDefinition,
  { endpoint, region }: { endpoint: string; region: string },
): Record<string, string> {
  return {
    ...environment,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    // The local S3 does not take the chunked bodies that newer SDKs send when they add checksums of their own accord.
    AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
    AWS_RESPONSE_CHECKSUM_VALIDATION: 'WHEN_REQUIRED',
    // The SDK refuses dual-stack addresses together with an endpoint of one's own.
    AWS_USE_DUALSTACK_ENDPOINT: 'false',
    // There is no metadata service to ask, and no shared configuration of this machine to read.
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    // Nothing collects traces.
    AWS_XRAY_SDK_ENABLED: 'false',
    AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
    POWERTOOLS_TRACE_ENABLED: 'false',
    LAMBDA_TASK_ROOT: codeFolder,
    _HANDLER: handler,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: '/usr/local/bin:/usr/bin:/bin',
  };
}
