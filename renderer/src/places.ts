import type { ComponentType } from 'react';
import { messages } from './messages';
import { PipelinePage } from './pages/pipeline/pipeline-page';

/** One of the places of the window (ux.md section 1). `address` is the part after `#`. */
export interface Place {
  readonly address: string;
  readonly label: string;
  readonly page: ComponentType;
}

/** The places that exist, in the order of the data's path. The rail appears with the second. */
export const places: readonly [Place, ...Place[]] = [
  { address: '/pipeline', label: messages.places.pipeline, page: PipelinePage },
];
