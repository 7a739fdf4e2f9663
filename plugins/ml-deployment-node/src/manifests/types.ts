/** What every object of a cluster has. @public */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
}

/** A file of manifests. @public */
export interface ManifestFile {
  /** Relative to where the manifests are kept. */
  path: string;
  documents: KubernetesObject[];
}

/** A file of manifests as it is written. @public */
export interface ManifestText {
  path: string;
  content: string;
}

/** Manifests with what their readers should know. @public */
export interface RenderedManifests {
  /** In the order in which they are applied. */
  files: ManifestFile[];
  notices: string[];
}
