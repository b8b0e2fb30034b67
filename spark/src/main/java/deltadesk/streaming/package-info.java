/** The streaming job: one query per pack, each micro-batch through the layers in order. */
package deltadesk.streaming;
