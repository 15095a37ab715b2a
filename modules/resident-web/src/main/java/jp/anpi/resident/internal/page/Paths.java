package jp.anpi.resident.internal.page;

/** Where actions lead: always by a redirect, so that going back or reloading repeats nothing. */
final class Paths {

    static final String MY_PAGE = "/my/index?faces-redirect=true";

    private Paths() {}
}
