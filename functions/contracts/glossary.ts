/** How the local cloud names its word-by-word glossary among the terminologies of an answer of Amazon Translate. */
export const GLOSSARY_NAME = 'langplug-glossary';
