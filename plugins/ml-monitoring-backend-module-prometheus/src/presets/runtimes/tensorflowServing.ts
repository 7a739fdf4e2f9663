import { RuntimeMetrics } from '../types';

/** TensorFlow Serving; `tensorflow_serving/servables/tensorflow/util.cc`. */
export const tensorflowServing: RuntimeMetrics = {
  name: 'tensorflow-serving',
  title: 'TensorFlow Serving',
  requests: { metrics: [':tensorflow:serving:request_count'] },
  errors: {
    metrics: [':tensorflow:serving:request_count'],
    where: ['status!="OK"'],
  },
  latency: {
    kind: 'histogram',
    metrics: [':tensorflow:serving:request_latency'],
    unit: 'us',
  },
  names: { model_name: ['{name}'] },
  cannot: [
    'TensorFlow Serving tells no versions: name the labels of each variant in the entity.',
  ],
};
