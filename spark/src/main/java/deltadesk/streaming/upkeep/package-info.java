/** What a person asks of the tables while the job runs: commands on stdin, answers on stdout. */
package deltadesk.streaming.upkeep;
