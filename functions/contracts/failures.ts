import * as z from 'zod';

/**
 * Everything that can make a task fail, with what it means for people. `detail` of the task says what was found in
 * this very video; `advice` says what to do about it.
 */
export const FAILURES = {
  UNSUPPORTED_MEDIA: {
    title: 'This file is not a video or audio file that can be processed.',
    advice: 'Upload an MP4, M4V, MOV, MKV or WebM video, or MP3, M4A, OGG, WAV or FLAC audio.',
  },
  NO_AUDIO: {
    title: 'The video has no sound and no subtitles.',
    advice: 'Add a subtitle file (SRT or VTT) and process the video again, or upload a video with sound.',
  },
  DURATION_OUT_OF_RANGE: {
    title: 'The video is too short or too long.',
    advice: 'Upload media between 0.5 seconds and 4 hours long.',
  },
  UNSUPPORTED_AUDIO_CODEC: {
    title: 'The sound of this video is stored in a format that cannot be processed.',
    advice:
      'Convert the sound to AAC, MP3, Opus, Vorbis, FLAC or PCM with one or two channels, or add a subtitle file.',
  },
  BAD_SUBTITLES: {
    title: 'The subtitle file cannot be read.',
    advice: 'Correct the line named above (SRT and WebVTT are understood), upload the subtitles again and retry.',
  },
  FILE_TOO_LARGE: {
    title: 'The file is larger than allowed and was removed.',
    advice: 'Upload a smaller file, for instance with a lower resolution: only the sound matters for the lesson.',
  },
  SOURCE_MISSING: {
    title: 'The uploaded file is not there any more.',
    advice: 'Upload the video again.',
  },
  SOURCE_REPLACED: {
    title: 'The file was replaced while it was being processed.',
    advice: 'Process the video again: the new file is used then.',
  },
  NO_SPEECH_ENGINE: {
    title: 'No speech recognition is installed on this machine.',
    advice: 'Add a subtitle file, or install a speech model with "npm run engines:install".',
  },
  NO_TRANSLATION_ENGINE: {
    title: 'There is no translation engine for this pair of languages.',
    advice:
      'Choose a pair that the built-in glossary knows (de, en, es, fr), or install a model with "npm run engines:install".',
  },
  TRANSCRIPTION_FAILED: {
    title: 'The speech could not be transcribed.',
    advice: 'Try again; if it fails again, check that the video has clear speech in the language you chose.',
  },
  TRANSLATION_FAILED: {
    title: 'The text could not be translated.',
    advice: 'Try again: what is already finished is kept and not paid for twice.',
  },
  TEXTS_MISSING: {
    title: 'The texts to translate are not there any more.',
    advice: 'Send them again.',
  },
  TIMED_OUT: {
    title: 'Processing took longer than an hour and was stopped.',
    advice: 'Try again: what is already finished is kept and only the rest is done.',
  },
  STUCK: {
    title: 'Processing stopped without an answer.',
    advice: 'Try again: what is already finished is kept and only the rest is done.',
  },
  INTERNAL: {
    title: 'Something went wrong on our side.',
    advice: 'Try again: what is already finished is kept. If it fails again, report it with the task id.',
  },
} as const satisfies Record<string, { title: string; advice: string }>;

export type FailureCode = keyof typeof FAILURES;

export const FAILURE_CODES = Object.keys(FAILURES) as [FailureCode, ...FailureCode[]];

export const failureSchema = z
  .object({
    code: z.enum(FAILURE_CODES).meta({ description: 'Stable code, for programs.' }),
    title: z.string().meta({ description: 'What happened, in one sentence.' }),
    detail: z.string().meta({ description: 'What was found in this very case.' }),
    advice: z.string().meta({ description: 'What to do about it.' }),
  })
  .meta({ id: 'Failure', description: 'Why a task failed.' });

export type Failure = z.infer<typeof failureSchema>;
