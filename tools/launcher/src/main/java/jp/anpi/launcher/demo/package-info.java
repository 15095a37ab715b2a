/** The demonstration: a sample town on simulated phones, with time under control. */
package jp.anpi.launcher.demo;
