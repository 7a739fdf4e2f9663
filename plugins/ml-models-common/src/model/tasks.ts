/**
 * Names for people of the tasks that the Hugging Face pipeline tags name, and
 * of tabular and time-series tasks. A task that is not listed shows its own
 * name.
 *
 * @public
 */
export const TASK_TITLES: Readonly<Record<string, string>> = {
  'audio-classification': 'Audio classification',
  'automatic-speech-recognition': 'Speech recognition',
  'depth-estimation': 'Depth estimation',
  'document-question-answering': 'Document question answering',
  'feature-extraction': 'Feature extraction',
  'fill-mask': 'Fill mask',
  'graph-ml': 'Graph machine learning',
  'image-classification': 'Image classification',
  'image-feature-extraction': 'Image feature extraction',
  'image-segmentation': 'Image segmentation',
  'image-text-to-text': 'Image and text to text',
  'image-to-text': 'Image to text',
  'keypoint-detection': 'Keypoint detection',
  'mask-generation': 'Mask generation',
  'object-detection': 'Object detection',
  'question-answering': 'Question answering',
  'reinforcement-learning': 'Reinforcement learning',
  'sentence-similarity': 'Sentence similarity',
  summarization: 'Summarisation',
  'table-question-answering': 'Table question answering',
  'tabular-classification': 'Tabular classification',
  'tabular-regression': 'Tabular regression',
  'text-classification': 'Text classification',
  'text-generation': 'Text generation',
  'text-ranking': 'Text ranking',
  'text-to-image': 'Text to image',
  'text-to-speech': 'Text to speech',
  'text-to-video': 'Text to video',
  'time-series-forecasting': 'Time-series forecasting',
  'token-classification': 'Token classification',
  translation: 'Translation',
  'video-classification': 'Video classification',
  'visual-question-answering': 'Visual question answering',
  'zero-shot-classification': 'Zero-shot classification',
  'zero-shot-image-classification': 'Zero-shot image classification',
};

/** The name for people of a task. @public */
export function taskTitle(task: string): string {
  return Object.hasOwn(TASK_TITLES, task) ? TASK_TITLES[task] : task;
}
