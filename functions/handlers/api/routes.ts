/**
 * The whole API at a glance. CDK makes the routes from this table, the handlers validate by it, and the OpenAPI
 * document is printed from it. No AWS SDK in here.
 */
import type { z } from 'zod';
import { accountSchema, credentialsSchema, registrationSchema, sessionSchema } from '../../contracts/account.ts';
import {
  chunkPathSchema,
  createdVideoSchema,
  healthSchema,
  newSubtitlesSchema,
  pageOf,
  pageQuerySchema,
  queuePathSchema,
  readinessSchema,
  redriveSchema,
  subtitleQuerySchema,
  subtitlesAnswerSchema,
  taskPathSchema,
  videoPathSchema,
} from '../../contracts/api.ts';
import { chunkSummarySchema, lessonSchema } from '../../contracts/lesson.ts';
import type { ProblemCode } from '../../contracts/problem.ts';
import { acceptedTaskSchema, taskStatusSchema } from '../../contracts/task.ts';
import { completeUploadSchema, newVideoSchema, videoSchema } from '../../contracts/video.ts';

/** Who may call: anyone, a signed-in learner, or an admin. */
export type Access = 'public' | 'user' | 'admin';
/** The functions behind the API, one per resource. */
export type ApiFunction = 'auth' | 'videos' | 'tasks' | 'admin' | 'health';

export type Route = {
  fn: ApiFunction;
  method: 'GET' | 'POST' | 'DELETE';
  /** Path with parameters in braces, as API Gateway and OpenAPI write them. */
  path: string;
  access: Access;
  summary: string;
  description?: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The answer of success. */
  answer: { status: 200 | 201 | 202 | 204; schema?: z.ZodType; contentType?: string; description: string };
  /** Problems besides those that every route may answer. */
  problems?: ProblemCode[];
};

export const routes = {
  register: {
    fn: 'auth',
    method: 'POST',
    path: '/auth/register',
    access: 'public',
    summary: 'Create an account',
    body: registrationSchema,
    answer: { status: 201, schema: accountSchema, description: 'The new account; log in next.' },
    problems: ['EMAIL_TAKEN'],
  },
  login: {
    fn: 'auth',
    method: 'POST',
    path: '/auth/login',
    access: 'public',
    summary: 'Log in',
    body: credentialsSchema,
    answer: { status: 200, schema: sessionSchema, description: 'An access token, good for one hour.' },
    problems: ['WRONG_CREDENTIALS'],
  },
  createVideo: {
    fn: 'videos',
    method: 'POST',
    path: '/videos',
    access: 'user',
    summary: 'Announce a video and get a presigned upload for it',
    description:
      'Up to 100 MB the upload is one presigned form post, above it goes in parts. Subtitles that should be used instead of transcribing are sent before the video: processing starts by itself as soon as the video has arrived.',
    body: newVideoSchema,
    answer: { status: 201, schema: createdVideoSchema, description: 'The video and where to send its file.' },
    problems: ['TOO_LARGE'],
  },
  listVideos: {
    fn: 'videos',
    method: 'GET',
    path: '/videos',
    access: 'user',
    summary: 'List your videos, newest first',
    query: pageQuerySchema,
    answer: { status: 200, schema: pageOf(videoSchema, 'VideoPage'), description: 'One page of videos.' },
  },
  getVideo: {
    fn: 'videos',
    method: 'GET',
    path: '/videos/{video_id}',
    access: 'user',
    summary: 'Get a video',
    params: videoPathSchema,
    answer: { status: 200, schema: videoSchema, description: 'The video.' },
    problems: ['NOT_FOUND'],
  },
  deleteVideo: {
    fn: 'videos',
    method: 'DELETE',
    path: '/videos/{video_id}',
    access: 'user',
    summary: 'Delete a video with everything that belongs to it',
    description: 'Processing under way is stopped. Deleting it again answers 404.',
    params: videoPathSchema,
    answer: { status: 204, description: 'It is gone.' },
    problems: ['NOT_FOUND'],
  },
  completeUpload: {
    fn: 'videos',
    method: 'POST',
    path: '/videos/{video_id}/upload/complete',
    access: 'user',
    summary: 'Finish an upload in parts',
    params: videoPathSchema,
    body: completeUploadSchema,
    answer: { status: 200, schema: videoSchema, description: 'The uploaded video; processing starts by itself.' },
    problems: ['NOT_FOUND', 'ALREADY_UPLOADED', 'TOO_LARGE'],
  },
  abortUpload: {
    fn: 'videos',
    method: 'DELETE',
    path: '/videos/{video_id}/upload',
    access: 'user',
    summary: 'Give up an upload in parts',
    description: 'What was uploaded is removed; the video stays announced until it is deleted.',
    params: videoPathSchema,
    answer: { status: 204, description: 'The upload is given up.' },
    problems: ['NOT_FOUND', 'ALREADY_UPLOADED'],
  },
  processVideo: {
    fn: 'videos',
    method: 'POST',
    path: '/videos/{video_id}/process',
    access: 'user',
    summary: 'Start processing, or start it again',
    description: 'Asking while it is under way answers with the task under way. A retry redoes only what is missing.',
    params: videoPathSchema,
    answer: { status: 202, schema: acceptedTaskSchema, description: 'Accepted; follow the status.' },
    problems: ['NOT_FOUND', 'NOT_UPLOADED'],
  },
  addSubtitles: {
    fn: 'videos',
    method: 'POST',
    path: '/videos/{video_id}/subtitles',
    access: 'user',
    summary: 'Supply subtitles in the language of the video',
    description:
      'They are used instead of transcribing. Send them before the video, or process the video again afterwards.',
    params: videoPathSchema,
    body: newSubtitlesSchema,
    answer: {
      status: 200,
      schema: subtitlesAnswerSchema,
      description: 'They were read (inline), or where to send them.',
    },
    problems: ['NOT_FOUND', 'BAD_SUBTITLES', 'BEING_PROCESSED'],
  },
  listChunks: {
    fn: 'videos',
    method: 'GET',
    path: '/videos/{video_id}/chunks',
    access: 'user',
    summary: 'List the finished chunks of a video in order of time',
    params: videoPathSchema,
    query: pageQuerySchema,
    answer: { status: 200, schema: pageOf(chunkSummarySchema, 'ChunkPage'), description: 'One page of chunks.' },
    problems: ['NOT_FOUND'],
  },
  getChunk: {
    fn: 'videos',
    method: 'GET',
    path: '/videos/{video_id}/chunks/{chunk_index}',
    access: 'user',
    summary: 'Get the lesson of a chunk',
    params: chunkPathSchema,
    answer: { status: 200, schema: lessonSchema, description: 'Sentences, translations and vocabulary.' },
    problems: ['NOT_FOUND'],
  },
  getSubtitlesVtt: {
    fn: 'videos',
    method: 'GET',
    path: '/videos/{video_id}/subtitles.vtt',
    access: 'user',
    summary: 'Download the subtitles as WebVTT',
    params: videoPathSchema,
    query: subtitleQuerySchema,
    answer: {
      status: 200,
      contentType: 'text/vtt; charset=utf-8',
      description: 'A WebVTT file of all finished chunks.',
    },
    problems: ['NOT_FOUND', 'NOT_READY'],
  },
  getSubtitlesSrt: {
    fn: 'videos',
    method: 'GET',
    path: '/videos/{video_id}/subtitles.srt',
    access: 'user',
    summary: 'Download the subtitles as SubRip',
    params: videoPathSchema,
    query: subtitleQuerySchema,
    answer: {
      status: 200,
      contentType: 'application/x-subrip; charset=utf-8',
      description: 'An SRT file of all finished chunks.',
    },
    problems: ['NOT_FOUND', 'NOT_READY'],
  },
  getTaskStatus: {
    fn: 'tasks',
    method: 'GET',
    path: '/tasks/{task_id}/status',
    access: 'user',
    summary: 'Follow processing',
    description: 'Poll every 2 s with If-None-Match: an unchanged status answers 304.',
    params: taskPathSchema,
    answer: { status: 200, schema: taskStatusSchema, description: 'The status.' },
    problems: ['NOT_FOUND'],
  },
  redriveQueue: {
    fn: 'admin',
    method: 'POST',
    path: '/admin/queues/{queue}/redrive',
    access: 'admin',
    summary: 'Move the dead messages of a queue back into it',
    params: queuePathSchema,
    answer: { status: 202, schema: redriveSchema, description: 'The messages are being moved.' },
  },
  getHealth: {
    fn: 'health',
    method: 'GET',
    path: '/health',
    access: 'public',
    summary: 'Is the API alive?',
    answer: { status: 200, schema: healthSchema, description: 'It is.' },
  },
  getReadiness: {
    fn: 'health',
    method: 'GET',
    path: '/readiness',
    access: 'public',
    summary: 'Can the API reach what it needs?',
    description: 'Answers 503 with the same body when something that requests need is down.',
    answer: { status: 200, schema: readinessSchema, description: 'What is up and what is down.' },
  },
  getOpenApi: {
    fn: 'health',
    method: 'GET',
    path: '/openapi.json',
    access: 'public',
    summary: 'This document',
    answer: { status: 200, contentType: 'application/json', description: 'OpenAPI 3.1.' },
  },
} as const satisfies Record<string, Route>;

export type RouteId = keyof typeof routes;
